package io.pumphouse.agent.store.pack;

import io.pumphouse.hal.reading.Fault;

/**
 * Hears a block out: series after series, each in the order of time. Times are milliseconds, by the
 * wall clock and since boot.
 */
public interface Hearer {
  /** Whether a series is worth the telling. */
  default boolean wants(int series) {
    return true;
  }

  void value(int series, long wall, long mono, long raw);

  void missing(int series, long wall, long mono);

  void invalid(int series, long wall, long mono, Fault fault);
}
