package io.pumphouse.hal.gpio;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;

/**
 * The pulses of one meter since its input was last opened, and the power they tell of. Confined to
 * its {@link PulseMeter}.
 */
final class PulseTrain {
  /**
   * A contact rests for 30 ms at least between two pulses (IEC 62053-31); a shorter rest bounces.
   */
  private static final long REST = Duration.ofMillis(15).toNanos();

  /** So many bounces since the last pulse are no contact's. */
  private static final int RESTLESS = 20;

  private static final Duration CALM_AGAIN = Duration.ofMinutes(1);

  /** A silence that leaves room for no more than this tells enough, even before any pulse. */
  private static final long NEXT_TO_NOTHING_WATTS = 10;

  private final PulseTerms terms;
  private long count;
  private boolean hasBegun;
  private long last;
  private long gap;
  private boolean isTooFast;
  private long restSince;
  private int bounces;
  private long bouncedAt;

  /** Nothing has come yet. */
  PulseTrain(PulseTerms terms, long now) {
    this.terms = terms;
    this.last = now;
    this.restSince = now - REST;
  }

  /** How many pulses were believed. */
  long count() {
    return count;
  }

  void edge(boolean isActive, long nanos) {
    if (!isActive) {
      restSince = nanos;
    } else if (nanos - restSince < REST) {
      bounces++;
      bouncedAt = nanos;
    } else {
      bounces = 0;
      pulse(nanos);
    }
  }

  private void pulse(long nanos) {
    long since = nanos - last;
    isTooFast = hasBegun && since < terms.shortestGap().toNanos();
    gap = hasBegun ? since : 0;
    count += isTooFast ? 0 : 1;
    hasBegun = true;
    last = nanos;
  }

  /**
   * The power now: that of the last two pulses, or less where the next is overdue, for there is
   * room for one pulse at most in the silence since.
   */
  Sample power(RegisterId register, Moment now) {
    long nanos = now.sinceBoot().toNanos();
    long silent = nanos - last;
    long most = terms.watts(Math.max(1, silent));
    if (bounces >= RESTLESS && nanos - bouncedAt < CALM_AGAIN.toNanos()) {
      return new Invalid(
          register, now, new Fault.Garbled("the meter's input does not come to rest"));
    }
    if (most <= NEXT_TO_NOTHING_WATTS) {
      return new Reading(register, now, most);
    }
    if (isTooFast) {
      return new Invalid(register, now, new Fault.Implausible(terms.watts(gap)));
    }
    return gap == 0
        ? new Invalid(register, now, new Fault.NoAnswer(Duration.ofNanos(silent)))
        : new Reading(register, now, Math.min(most, terms.watts(gap)));
  }
}
