package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.tool.Tally;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.JobProgress;

/**
 * Makes an honest progress of what a tool says: never backwards, never complete before the end, and
 * unknown where it is unknown. Confined to one attempt; thread-safe.
 */
final class Meter {
  /** A speed is believed to change within some ten seconds. */
  private static final double SMOOTHING_SECONDS = 10;

  private static final int ALMOST = 99;

  private final TimeSource time;
  private final JobProgress before;
  private long total;
  private long bytes;
  private int percent;
  private double speed = -1;
  private long lastNanos;

  /**
   * A meter.
   *
   * @param before how far the run came in earlier attempts
   */
  Meter(JobProgress before, TimeSource time) {
    this.before = before;
    this.time = time;
    this.total = JobProgress.UNKNOWN;
    this.percent = before.percent();
    this.lastNanos = time.nanos();
  }

  /** There are so many bytes to copy. */
  synchronized void expect(long toCopy) {
    total = toCopy;
  }

  synchronized JobProgress take(Tally tally) {
    if (tally.total() >= 0) {
      total = tally.total();
    }
    long now = time.nanos();
    long gained = Math.max(0, tally.bytes() - bytes);
    double seconds = (now - lastNanos) / 1e9;
    if (seconds > 0) {
      double share = 1 - Math.exp(-seconds / SMOOTHING_SECONDS);
      double latest = gained / seconds;
      speed = speed < 0 ? latest : speed + share * (latest - speed);
      lastNanos = now;
      bytes += gained;
    }
    return now();
  }

  private JobProgress now() {
    if (total > 0) {
      percent = Math.max(percent, Math.clamp(100 * bytes / total, 0, ALMOST));
    }
    long eta = JobProgress.UNKNOWN;
    if (total >= bytes && speed > 1) {
      eta = Math.round((total - bytes) / speed);
    }
    return new JobProgress(percent, Math.max(before.bytes(), bytes), total, Math.round(speed), eta);
  }
}
