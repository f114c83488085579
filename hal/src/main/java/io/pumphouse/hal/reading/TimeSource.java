package io.pumphouse.hal.reading;

import java.time.Duration;
import java.time.Instant;

/**
 * Both clocks. Deadlines, gaps and back-off use {@link #nanos()}; only what a person or a file
 * reads uses the wall.
 */
public interface TimeSource {
  Instant wall();

  /** Nanoseconds since boot: never jumps, never runs backwards. */
  long nanos();

  default Moment now() {
    return new Moment(wall(), Duration.ofNanos(nanos()));
  }
}
