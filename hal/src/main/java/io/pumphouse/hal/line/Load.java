package io.pumphouse.hal.line;

import java.time.Duration;
import java.util.stream.IntStream;

/** How much of the last minute a line was in use. Not thread-safe. */
final class Load {
  private static final int SECONDS = 60;
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final long startNanos;
  private final long[] busyNanos = new long[SECONDS];
  private final long[] second = new long[SECONDS];

  Load(long startNanos) {
    this.startNanos = startNanos;
  }

  /** The line was in use for so long, until now. */
  void add(long nowNanos, Duration busy) {
    long now = nowNanos / SECOND;
    int place = (int) (now % SECONDS);
    if (second[place] != now) {
      second[place] = now;
      busyNanos[place] = 0;
    }
    busyNanos[place] += busy.toNanos();
  }

  /** The share of the last minute, or of the time since the start if that is shorter; 0 to 1. */
  double share(long nowNanos) {
    long now = nowNanos / SECOND;
    long busy =
        IntStream.range(0, SECONDS)
            .filter(place -> now - second[place] < SECONDS)
            .mapToLong(place -> busyNanos[place])
            .sum();
    long span = Math.clamp(nowNanos - startNanos, SECOND, SECONDS * SECOND);
    return Math.min(1, (double) busy / span);
  }
}
