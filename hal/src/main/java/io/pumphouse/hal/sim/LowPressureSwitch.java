package io.pumphouse.hal.sim;

import java.time.Instant;

/**
 * Stops the compressor when the brine freezes it, and keeps it stopped until somebody resets the
 * alarm. Confined to the thread that steps the plant.
 */
final class LowPressureSwitch {
  /** Brine out at which the evaporator is too cold to go on; a sound plant stays above -10 °C. */
  private static final double LOWEST_CELSIUS = -15;

  private boolean isOpen;
  private boolean hasOpened;
  private Instant openedAt;

  LowPressureSwitch(Instant start) {
    this.openedAt = start;
  }

  void watch(double brineOutCelsius, Instant at) {
    if (!isOpen && brineOutCelsius < LOWEST_CELSIUS) {
      isOpen = true;
      hasOpened = true;
      openedAt = at;
    }
  }

  void reset() {
    isOpen = false;
  }

  /** Whether there is an alarm now. */
  boolean isOpen() {
    return isOpen;
  }

  /** Whether there ever was one. */
  boolean hasOpened() {
    return hasOpened;
  }

  /** When the last one began; means nothing if there was none. */
  Instant openedAt() {
    return openedAt;
  }
}
