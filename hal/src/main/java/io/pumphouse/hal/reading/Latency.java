package io.pumphouse.hal.reading;

import java.time.Duration;
import java.util.List;

/**
 * How long answers took, as a histogram whose steps double: up to 1 ms, 2 ms, 4 ms … 8 s, longer.
 * Immutable.
 *
 * @param counts how many answers per step, {@link #STEPS} of them
 * @param longest the longest of all; zero if there was none
 */
public record Latency(List<Long> counts, Duration longest) {
  public static final int STEPS = 15;

  public Latency {
    counts = List.copyOf(counts);
    if (counts.size() != STEPS) {
      throw new IllegalArgumentException(counts.size() + " steps instead of " + STEPS);
    }
  }

  /** The step an answer belongs to that took this long. */
  public static int step(Duration took) {
    long millis = (took.toNanos() + 999_999) / 1_000_000;
    int step = millis <= 1 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(millis - 1);
    return Math.min(step, STEPS - 1);
  }

  /** The longest time that belongs to this step; the last step has no end. */
  public static Duration upTo(int step) {
    return Duration.ofMillis(1L << step);
  }

  public long answers() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /**
   * The time within which this share of the answers came, rounded up to the end of its step.
   *
   * @param percent 1 to 100
   */
  public Duration within(int percent) {
    long wanted = (answers() * percent + 99) / 100;
    long seen = 0;
    for (int step = 0; step < STEPS - 1; step++) {
      seen += counts.get(step);
      if (seen >= wanted) {
        return upTo(step).compareTo(longest) < 0 ? upTo(step) : longest;
      }
    }
    return longest;
  }
}
