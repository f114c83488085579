package io.pumphouse.web.sample;

import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Both clocks, standing still until they are moved. Thread-safe. */
public final class FakeTime implements TimeSource {
  private final Instant start;
  private final AtomicReference<Duration> passed = new AtomicReference<>(Duration.ofHours(3));

  public FakeTime(Instant start) {
    this.start = start;
  }

  public void pass(Duration time) {
    passed.updateAndGet(time::plus);
  }

  @Override
  public Instant wall() {
    return start.plus(passed.get()).minus(Duration.ofHours(3));
  }

  @Override
  public long nanos() {
    return passed.get().toNanos();
  }
}
