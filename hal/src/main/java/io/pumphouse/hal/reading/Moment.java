package io.pumphouse.hal.reading;

import java.time.Duration;
import java.time.Instant;

/**
 * When something happened, on both clocks of a Pi: the wall clock, which has no battery and may
 * jump by years, and the time since boot, which only moves forward.
 *
 * @param wall what the wall clock said
 * @param sinceBoot time since the machine started, never negative, comparable only within one boot
 */
public record Moment(Instant wall, Duration sinceBoot) {
  public Moment {
    if (sinceBoot.isNegative()) {
      throw new IllegalArgumentException("time since boot is negative: " + sinceBoot);
    }
  }

  /** How long before {@code later} this was, by the clock that does not jump. */
  public Duration ageAt(Moment later) {
    return later.sinceBoot.minus(sinceBoot);
  }
}
