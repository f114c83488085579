package io.pumphouse.agent.store.pack;

import io.pumphouse.hal.reading.Sample;
import java.util.Comparator;

/**
 * A sample under the number its register has in this database.
 *
 * @param series the number of pump and register, from 1
 * @param sample what was heard
 */
public record Point(int series, Sample sample) {
  /** By time, then by series; what order a poll asked in is no information. */
  public static final Comparator<Point> ORDER =
      Comparator.comparingLong(Point::mono)
          .thenComparingLong(Point::wall)
          .thenComparingInt(Point::series);

  /** Milliseconds since boot. */
  public long mono() {
    return sample.takenAt().sinceBoot().toMillis();
  }

  /** Milliseconds since 1970 by the wall clock. */
  public long wall() {
    return sample.takenAt().wall().toEpochMilli();
  }

  public boolean isAtTheTimeOf(Point other) {
    return mono() == other.mono() && wall() == other.wall();
  }
}
