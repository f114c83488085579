package io.pumphouse.agent.store;

import io.pumphouse.web.model.Extremes;
import java.util.Optional;

/**
 * Weighs the values of one register. A value holds until the register's next sample, whatever that
 * is, but at most {@link #MOST_DISTANCES} times as long as samples were apart before it: after a
 * gap nobody knows. Before a distance is known it holds at most {@link #FIRST_MILLIS}. The distance
 * is told by the time since boot, and only between two boots by the wall clock. Confined to one
 * thread.
 */
final class Weight {
  private static final int MOST_DISTANCES = 3;

  /** As far apart as samples usually are at most: settings, at the default poll interval. */
  private static final long FIRST_MILLIS = 300_000;

  private final long from;
  private final long to;
  private String boot = "";
  private long wall;
  private long mono;
  private long usual;
  private boolean isHolding;
  private long raw;
  private long lowest = Long.MAX_VALUE;
  private long highest = Long.MIN_VALUE;
  private double weighed;
  private long weight;

  /**
   * @param from milliseconds since 1970, inclusive
   * @param to exclusive
   */
  Weight(long from, long to) {
    this.from = from;
    this.to = to;
  }

  /** There was a value. */
  void value(String atBoot, long atWall, long atMono, long value) {
    moveTo(atBoot, atWall, atMono);
    isHolding = from <= atWall && atWall < to;
    if (isHolding) {
      raw = value;
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
    }
  }

  /** There was a sample without a value. */
  void nothing(String atBoot, long atWall, long atMono) {
    moveTo(atBoot, atWall, atMono);
    isHolding = false;
  }

  /** Nothing follows: what the values amount to, empty if there was none. */
  Optional<Extremes> extremes() {
    hold(longest());
    isHolding = false;
    return lowest > highest
        ? Optional.empty()
        : Optional.of(new Extremes(lowest, weighed / weight, highest));
  }

  private void moveTo(String atBoot, long atWall, long atMono) {
    if (!boot.isEmpty()) {
      long distance = atBoot.equals(boot) ? atMono - mono : atWall - wall;
      long held = Math.clamp(distance, 0, longest());
      hold(held);
      usual = held > 0 ? held : usual;
    }
    boot = atBoot;
    wall = atWall;
    mono = atMono;
  }

  /** A value always weighs something, so that a lone one has a mean. */
  private void hold(long millis) {
    if (isHolding) {
      long share = Math.clamp(millis, 1, to - wall);
      weighed += (double) raw * share;
      weight += share;
    }
  }

  private long longest() {
    return usual == 0 ? FIRST_MILLIS : usual * MOST_DISTANCES;
  }
}
