package io.pumphouse.hal.modbus;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.modbus.OffsetProbe.Found;
import io.pumphouse.hal.modbus.OffsetProbe.NotFound;
import io.pumphouse.hal.modbus.OffsetProbe.Open;
import io.pumphouse.hal.reading.Fault;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the registers of one device lie, as far as that is known. Looking for them is spread over
 * many requests. What answers, but believably nowhere, is not looked at again for a while: else
 * each request that is due would begin the whole search anew. Confined to the bus thread.
 */
final class Whereabouts {
  private static final Duration HOLDS = Duration.ofSeconds(10);

  private final ModbusBus bus;
  private final int unit;
  private final RegisterMap map;
  private Optional<Integer> last = Optional.empty();
  private Optional<OffsetProbe> search = Optional.empty();
  private Optional<NotFound> nowhere = Optional.empty();

  Whereabouts(ModbusBus bus, int unit, RegisterMap map) {
    this.bus = bus;
    this.unit = unit;
    this.map = map;
  }

  /** Makes at most one request to find out, beginning where they were before. */
  OffsetProbe.Result look() {
    if (map.model().offsets().size() == 1) {
      return new Found(map.model().offsets().getFirst());
    }
    nowhere = nowhere.filter(this::holds);
    return nowhere.<OffsetProbe.Result>map(this::still).orElseGet(this::step);
  }

  private boolean holds(NotFound found) {
    return bus.now().sinceBoot().minus(found.at().sinceBoot()).compareTo(HOLDS) < 0;
  }

  private NotFound still(NotFound found) {
    return new NotFound(found.fault(), found.link(), bus.now());
  }

  private OffsetProbe.Result step() {
    OffsetProbe asking = search.orElseGet(() -> new OffsetProbe(bus, unit, map, last));
    OffsetProbe.Result result = asking.step();
    search = result instanceof Open ? Optional.of(asking) : Optional.empty();
    switch (result) {
      case Open _ -> {}
      case Found(int offset) -> last = Optional.of(offset);
      case NotFound found -> nowhere = Optional.of(found).filter(Whereabouts::hasSpoken);
    }
    return result;
  }

  /** Whoever pulled the cable plugs it in again; and silence costs no more than one request. */
  private static boolean hasSpoken(NotFound found) {
    return !(found.fault() instanceof Fault.NoAnswer) && !(found.fault() instanceof Fault.LineDown);
  }
}
