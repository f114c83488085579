package io.pumphouse.web.model;

import java.time.Duration;
import java.time.Instant;

/** When a pump last answered with a value. */
public sealed interface LastAnswer {
  /** Not since this agent started. */
  record Never() implements LastAnswer {}

  /**
   * At this time.
   *
   * @param at by the wall clock
   * @param age how long ago, by the clock that does not jump
   */
  record At(Instant at, Duration age) implements LastAnswer {}
}
