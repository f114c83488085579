package io.pumphouse.agent.sqlite;

import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import org.sqlite.ProgressHandler;

/** Ends a statement after its time. Confined to one statement, and called on its thread. */
final class Deadline extends ProgressHandler {
  /** Steps of SQLite's machine between two looks at the clock: well under a millisecond. */
  static final int STEPS = 2_000;

  private final TimeSource time;
  private final long start;
  private final Duration most;

  Deadline(TimeSource time, Duration most) {
    this.time = time;
    this.start = time.nanos();
    this.most = most;
  }

  Duration spent() {
    return Duration.ofNanos(time.nanos() - start);
  }

  boolean isOver() {
    return spent().compareTo(most) > 0;
  }

  @Override
  protected int progress() {
    return isOver() ? 1 : 0;
  }
}
