package io.pumphouse.agent.store;

import io.pumphouse.agent.store.pack.Hearer;
import io.pumphouse.hal.reading.Fault;

/**
 * Passes on what it hears to one of two, by the time since boot.
 *
 * @param mono milliseconds; this and later goes to the later one
 */
record Parting(long mono, Hearer earlier, Hearer later) implements Hearer {
  @Override
  public void value(int series, long wall, long at, long raw) {
    side(at).value(series, wall, at, raw);
  }

  @Override
  public void missing(int series, long wall, long at) {
    side(at).missing(series, wall, at);
  }

  @Override
  public void invalid(int series, long wall, long at, Fault fault) {
    side(at).invalid(series, wall, at, fault);
  }

  private Hearer side(long at) {
    return at < mono ? earlier : later;
  }
}
