package io.pumphouse.agent.store;

import io.pumphouse.agent.store.pack.Hearer;
import io.pumphouse.hal.reading.Fault;

/**
 * Passes on what it hears with the wall clock put right.
 *
 * @param by milliseconds to add
 */
record Shifted(Hearer next, long by) implements Hearer {
  @Override
  public boolean wants(int series) {
    return next.wants(series);
  }

  @Override
  public void value(int series, long wall, long mono, long raw) {
    next.value(series, wall + by, mono, raw);
  }

  @Override
  public void missing(int series, long wall, long mono) {
    next.missing(series, wall + by, mono);
  }

  @Override
  public void invalid(int series, long wall, long mono, Fault fault) {
    next.invalid(series, wall + by, mono, fault);
  }
}
