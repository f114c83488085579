package io.pumphouse.hal.line;

import io.pumphouse.hal.reading.TimeSource;
import java.time.Instant;

/** The true clocks, for tests on real lines. */
public record RealTime() implements TimeSource {
  @Override
  public Instant wall() {
    return Instant.now();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }
}
