package io.pumphouse.web.model;

import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Registers of one pump over time, in equal steps. Immutable.
 *
 * @param from where step 0 begins
 * @param step how long each step is
 * @param steps how many there are
 * @param byRegister each register that has a value at all
 */
public record Curves(Instant from, Duration step, int steps, Map<RegisterId, Curve> byRegister) {
  public Curves {
    byRegister = Map.copyOf(byRegister);
  }
}
