package io.pumphouse.agent.store.roll;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Local days, each as long as the clocks of its place make it: 23, 24 or 25 hours. */
public final class DayRuler implements Ruler {
  private final long[] starts;

  private DayRuler(long[] starts) {
    this.starts = starts;
  }

  /**
   * So many days.
   *
   * @param steps how many, at least one
   */
  public static DayRuler of(LocalDate first, int steps, ZoneId zone) {
    return new DayRuler(
        IntStream.rangeClosed(0, steps)
            .mapToObj(first::plusDays)
            .mapToLong(day -> day.atStartOfDay(zone).toInstant().toEpochMilli())
            .toArray());
  }

  @Override
  public int steps() {
    return starts.length - 1;
  }

  @Override
  public long start(int step) {
    return starts[step];
  }

  @Override
  public int stepAt(long wall) {
    int found = Arrays.binarySearch(starts, wall);
    return found >= 0 ? found : -found - 2;
  }
}
