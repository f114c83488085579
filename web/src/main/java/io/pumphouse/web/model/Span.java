package io.pumphouse.web.model;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of wall time. Immutable.
 *
 * @param from inclusive
 * @param to exclusive, later than {@code from}
 */
public record Span(Instant from, Instant to) {
  public Span {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(from + " is not before " + to);
    }
  }

  public Duration length() {
    return Duration.between(from, to);
  }
}
