package io.pumphouse.agent.store;

import io.pumphouse.agent.store.pack.Hearer;
import io.pumphouse.agent.store.pack.Unpacked;
import io.pumphouse.agent.store.pack.Unpacker;
import io.pumphouse.hal.reading.Fault;

/**
 * How many samples there are. Immutable.
 *
 * @param isEstimate whether only some blocks were looked into
 */
public record Headcount(long number, boolean isEstimate) {
  /** How many samples are in a block; none that can be read if it is damaged. */
  static long of(byte[] block) {
    return switch (Unpacker.unpack(block, new Deaf())) {
      case Unpacked.Whole(int samples) -> samples;
      case Unpacked.Damaged _ -> 0;
    };
  }

  /** Only the number matters. */
  private static final class Deaf implements Hearer {
    @Override
    public void value(int series, long wall, long mono, long raw) {}

    @Override
    public void missing(int series, long wall, long mono) {}

    @Override
    public void invalid(int series, long wall, long mono, Fault fault) {}
  }
}
