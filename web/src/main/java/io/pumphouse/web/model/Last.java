package io.pumphouse.web.model;

import java.time.Duration;

/**
 * The last of something that need not have happened yet.
 *
 * @param <T> what happened
 */
public sealed interface Last<T> {
  /** Not since this agent started. */
  record Never<T>() implements Last<T> {}

  /**
   * This was the last one.
   *
   * @param age how long ago, by the clock that does not jump
   */
  record Was<T>(T what, Duration age) implements Last<T> {}
}
