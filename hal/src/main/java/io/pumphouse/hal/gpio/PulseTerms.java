package io.pumphouse.hal.gpio;

import java.time.Duration;

/**
 * What a pulse of an electricity meter stands for.
 *
 * @param pulsesPerKwh as printed on the meter, 1 to 100,000
 * @param highestWatts what cannot be more: faster pulses are not believed
 */
public record PulseTerms(int pulsesPerKwh, long highestWatts) {
  private static final double JOULES_PER_KWH = 3.6e6;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final long MILLIWATT_HOURS_PER_KWH = 1_000_000;

  public PulseTerms {
    if (pulsesPerKwh < 1 || highestWatts < 1) {
      throw new IllegalArgumentException(pulsesPerKwh + " pulses, " + highestWatts + " W");
    }
  }

  /** The power, in W, at which pulses come this long after each other. */
  long watts(long nanos) {
    return Math.round(JOULES_PER_KWH * NANOS_PER_SECOND / pulsesPerKwh / nanos);
  }

  /** The energy of so many pulses, in thousandths of a Wh. */
  long milliwattHours(long pulses) {
    return pulses * MILLIWATT_HOURS_PER_KWH / pulsesPerKwh;
  }

  /** The time between two pulses at the highest power. */
  Duration shortestGap() {
    return Duration.ofNanos(
        Math.round(JOULES_PER_KWH * NANOS_PER_SECOND / pulsesPerKwh / highestWatts));
  }
}
