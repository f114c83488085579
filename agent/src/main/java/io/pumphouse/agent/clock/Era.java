package io.pumphouse.agent.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A stretch of one boot in which the wall clock ran undisturbed. Between two settings it keeps an
 * exact distance to the time since boot, for Linux slews both alike. Immutable.
 *
 * @param from the time since boot at which it began, in whole milliseconds
 * @param zero the wall time that this era gives to the start of the machine, in milliseconds
 * @param witness by whom the time is known
 */
public record Era(Duration from, Instant zero, Witness witness) {
  /** Nobody needs a clock to be righter, and nobody sets it by less on purpose. */
  static final Duration TOLERANCE = Duration.ofMillis(500);

  public Era {
    from = from.truncatedTo(ChronoUnit.MILLIS);
    zero = zero.truncatedTo(ChronoUnit.MILLIS);
  }

  boolean isSure() {
    return witness.isSure();
  }

  /** What the clock says at a time since boot. */
  Instant wallAt(Duration sinceBoot) {
    return zero.plus(sinceBoot);
  }

  /** Whether two settings are the same to a person. */
  boolean isLike(Era other) {
    return Duration.between(zero, other.zero).abs().compareTo(TOLERANCE) <= 0;
  }

  Era knownBy(Witness better) {
    return new Era(from, zero, better);
  }
}
