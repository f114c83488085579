package io.pumphouse.hal.sim;

import java.util.EnumMap;
import java.util.Map;

/**
 * The switchboard of faults: which ones strike, and how often. Chance is seeded; the n-th answer of
 * a run meets the same fate in every run. Thread-safe: faults can be switched while pumps answer.
 */
public final class Faults {
  private final Chance chance;
  private final Map<SimFault, Double> shares = new EnumMap<>(SimFault.class);
  private long draws;

  /** Nothing goes wrong until it is switched on. */
  public Faults(long seed) {
    this.chance = new Chance(seed, "faults");
  }

  /**
   * Lets a fault strike from now on.
   *
   * @param share of the occasions on which it does: 0 never, 1 always
   */
  public synchronized void set(SimFault fault, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(fault.word() + ": share " + share + " is outside 0..1");
    }
    shares.put(fault, share);
  }

  /** Ends a fault. */
  public void clear(SimFault fault) {
    set(fault, 0);
  }

  /** Whether this fault strikes on this occasion. */
  synchronized boolean strikes(SimFault fault) {
    double share = shares.getOrDefault(fault, 0.0);
    return share > 0 && chance.uniform(draws++) < share;
  }

  /** A number from 0 (inclusive) to {@code end} (exclusive), for where a fault strikes. */
  synchronized int pick(int end) {
    return (int) (chance.uniform(draws++) * end);
  }
}
