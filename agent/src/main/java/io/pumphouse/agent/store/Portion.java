package io.pumphouse.agent.store;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.util.Map;

/** The readings of one block, to be passed on. Immutable; telling them unpacks them. */
public final class Portion {
  private final Block block;
  private final Map<Integer, Series> series;
  private final Damages damages;

  Portion(Block block, Map<Integer, Series> series, Damages damages) {
    this.block = block;
    this.series = Map.copyOf(series);
    this.damages = damages;
  }

  /** The number of its block. */
  public long block() {
    return block.id();
  }

  /** Whether both tell the same samples in the same order, so that one goes on for the other. */
  public boolean isLike(Portion other) {
    return block.spot().equals(other.block.spot());
  }

  /** Tells every sample in the order of wall time, as it was heard or has been put right since. */
  public void tell(Ear ear) {
    Spools spools = new Spools(series::containsKey, Spools.BY_TIME);
    spools.begin(block.bootId());
    damages.note("block " + block.id(), block.tell(spools));
    spools.tellBefore(
        Long.MAX_VALUE,
        spool -> {
          Series of = series.getOrDefault(spool.series(), Series.NONE);
          ear.sample(of.pump(), spool.sample(of.register()));
        });
  }

  /** Hears samples one by one. */
  @FunctionalInterface
  public interface Ear {
    /** The next one. */
    void sample(PumpId pump, Sample sample);
  }

  record Series(PumpId pump, RegisterId register) {
    static final Series NONE = new Series(new PumpId("none"), new RegisterId("none"));
  }
}
