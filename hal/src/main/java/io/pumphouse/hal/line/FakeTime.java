package io.pumphouse.hal.line;

import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Time that stands still until somebody moves it, so that an hour of polling takes no time at all.
 * Waiting on a {@link ScriptedLine} moves it. Thread-safe.
 */
public final class FakeTime implements TimeSource {
  private final Instant start;
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicLong wallAhead = new AtomicLong();

  /** Time that starts at 2026-01-01T00:00:00Z, with the machine just booted. */
  public FakeTime() {
    this(Instant.parse("2026-01-01T00:00:00Z"));
  }

  public FakeTime(Instant start) {
    this.start = start;
  }

  @Override
  public Instant wall() {
    return start.plusNanos(nanos.get()).plusNanos(wallAhead.get());
  }

  @Override
  public long nanos() {
    return nanos.get();
  }

  /** Lets time pass on both clocks. */
  public void advance(Duration passed) {
    if (passed.isNegative()) {
      throw new IllegalArgumentException("time does not run backwards: " + passed);
    }
    nanos.addAndGet(passed.toNanos());
  }

  /** Sets the wall clock forward or back, as a time server does; no time passes. */
  public void jumpWall(Duration by) {
    wallAhead.addAndGet(by.toNanos());
  }
}
