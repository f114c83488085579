package io.pumphouse.web.model;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What was stored. Thread-safe; each question reads the database, so ask on a thread that may wait.
 */
public interface History {
  /** The most steps that one answer has. */
  int MOST_POINTS = 2_000;

  /**
   * Lowest, mean and highest of each register between two times. A register without a single value
   * in between has no entry.
   *
   * @param from inclusive
   * @param to exclusive
   */
  Map<RegisterId, Extremes> extremes(PumpId pump, Instant from, Instant to);

  /**
   * Registers over time, from the coarsest level that still fills the points asked for, so that a
   * year costs no more than a day. Steps begin at whole multiples of their length since 1970; the
   * first may reach before the span and the last beyond it. Peaks survive in lowest and highest.
   *
   * @param registers those wanted; those without a value in the span are left out
   * @param points at most so many steps, 1 to {@value #MOST_POINTS}
   */
  Curves curves(PumpId pump, Set<RegisterId> registers, Span span, int points);
}
