package io.pumphouse.agent.sqlite;

import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** Two clocks that stand still until they are moved by hand. Thread-safe. */
public final class HandTime implements TimeSource {
  private Instant wall = Instant.parse("2026-01-15T12:00:00Z");
  private long nanos = Duration.ofHours(1).toNanos();

  @Override
  public synchronized Instant wall() {
    return wall;
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  /** Both clocks move. */
  public synchronized void pass(Duration duration) {
    wall = wall.plus(duration);
    nanos += duration.toNanos();
  }

  /** Somebody sets the wall clock. */
  public synchronized void setWall(Instant to) {
    wall = to;
  }
}
