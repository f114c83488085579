package io.pumphouse.agent.transfer;

import io.pumphouse.agent.command.Transfer;
import io.pumphouse.agent.store.ReadingStore;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.TimeSource;
import java.nio.file.Path;
import java.util.Map;

/** Where history leaves and arrives. Pure. */
public final class Ferry {
  private Ferry() {}

  /** Out of this store and into it, for these pumps. */
  public static Transfer of(Map<PumpId, RegisterMap> pumps, ReadingStore store, TimeSource time) {
    return new Transfer(
        pumps,
        new Exporter(pumps, store),
        new Importer(pumps, store, time),
        new MountedSticks(Path.of("/proc/self/mounts")),
        time);
  }
}
