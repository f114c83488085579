package io.pumphouse.agent.app;

import io.pumphouse.hal.reading.TimeSource;
import java.time.Instant;

/** The clocks of this machine. On Linux {@code nanoTime} counts from boot (CLOCK_MONOTONIC). */
public final class SystemTime implements TimeSource {
  @Override
  public Instant wall() {
    return Instant.now();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }
}
