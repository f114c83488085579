package io.pumphouse.agent.transfer;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Sample;

/** What a row amounts to. */
sealed interface Meaning {
  /**
   * A sample to store.
   *
   * @param isRounded whether its value stood between two steps of the register
   */
  record Known(PumpId pump, Sample sample, boolean isRounded) implements Meaning {}

  /** Nothing to store. */
  record Refused(String reason) implements Meaning {}
}
