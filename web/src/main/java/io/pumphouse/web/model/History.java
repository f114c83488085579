package io.pumphouse.web.model;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import java.time.Instant;
import java.util.Map;

/**
 * What was stored. Thread-safe; each question reads the database, so ask on a thread that may wait.
 */
public interface History {
  /**
   * Lowest, mean and highest of each register between two times. A register without a single value
   * in between has no entry.
   *
   * @param from inclusive
   * @param to exclusive
   */
  Map<RegisterId, Extremes> extremes(PumpId pump, Instant from, Instant to);
}
