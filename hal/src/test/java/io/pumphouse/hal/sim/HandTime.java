package io.pumphouse.hal.sim;

import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** Time that moves only when a test moves it. */
final class HandTime implements TimeSource {
  private long nanos;

  @Override
  public Instant wall() {
    return Instant.EPOCH.plusNanos(nanos);
  }

  @Override
  public long nanos() {
    return nanos;
  }

  void advance(Duration passed) {
    nanos += passed.toNanos();
  }
}
