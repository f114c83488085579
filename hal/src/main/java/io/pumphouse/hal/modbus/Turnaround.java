package io.pumphouse.hal.modbus;

import java.time.Duration;

/**
 * How long one unit takes from the end of a question to the start of its answer, as measured:
 * smoothed over about eight answers, and no single straggler counts for more than twice what was
 * usual before. Confined to the bus thread.
 */
final class Turnaround {
  /** Taken until the first answer: what a slow pump on a slow line usually needs. */
  static final Duration ASSUMED = Duration.ofMillis(50);

  private static final int ANSWERS = 8;
  private static final long LEAST_NANOS = 1_000_000;
  private static final long UNIMPORTANT_NANOS = 500_000;
  private static final int UNIMPORTANT_SHARE = 10;

  private boolean isMeasured;
  private long smoothed = ASSUMED.toNanos();
  private Duration reckoned = ASSUMED;

  /** Takes note of one answer; a time below zero counts as zero. */
  void measured(Duration waited) {
    long nanos = Math.max(0, waited.toNanos());
    if (isMeasured) {
      long usual = Math.max(smoothed, LEAST_NANOS);
      smoothed += Math.clamp(nanos - smoothed, -usual, usual) / ANSWERS;
    } else {
      isMeasured = true;
      smoothed = nanos;
    }
    if (isWorthReckoningAnew()) {
      reckoned = Duration.ofNanos(smoothed);
    }
  }

  /** Plans are kept as long as this stays the same, so it does not follow every jitter. */
  private boolean isWorthReckoningAnew() {
    long change = Math.abs(smoothed - reckoned.toNanos());
    return change > Math.max(UNIMPORTANT_NANOS, reckoned.toNanos() / UNIMPORTANT_SHARE);
  }

  /** What to reckon with: never further from the measured time than a tenth, or half a ms. */
  Duration reckoned() {
    return reckoned;
  }
}
