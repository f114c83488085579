package io.pumphouse.hal.sim;

import java.time.Instant;
import java.util.List;

/**
 * When the people in the house draw hot water: showers, dishes, hands. The habits are fixed, their
 * moment and size vary by chance. A pure function of time. Immutable.
 */
final class Taps {
  /** Flow of a tap or a shower, l/min, mixed to {@link #TAP_CELSIUS}. */
  private static final double TAP_LITRES_PER_MINUTE = 8;

  static final double TAP_CELSIUS = 40;

  private static final double WEEKEND_LATER_HOURS = 1.5;
  private static final double JITTER_HOURS = 0.3;

  /** About 165 litres at 40 °C a day, 6 kWh: three people. */
  private static final List<Habit> HABITS =
      List.of(
          new Habit(6.5, 40),
          new Habit(7.2, 35),
          new Habit(8.1, 8),
          new Habit(12.5, 8),
          new Habit(17.8, 18),
          new Habit(20.4, 45),
          new Habit(22.0, 10));

  private final Chance moment;
  private final Chance size;

  Taps(long seed) {
    this.moment = new Chance(seed, "tap moment");
    this.size = new Chance(seed, "tap size");
  }

  /**
   * One habit.
   *
   * @param hour when, on a working day
   * @param litres how much on average, at {@link #TAP_CELSIUS}
   */
  private record Habit(double hour, double litres) {}

  /** Water drawn at {@link #TAP_CELSIUS}, litres per second. */
  double litresPerSecond(Instant at) {
    long day = LocalDay.number(at);
    double hour = LocalDay.hour(at);
    for (int i = 0; i < HABITS.size(); i++) {
      if (isOpen(HABITS.get(i), day, hour, day * HABITS.size() + i)) {
        return TAP_LITRES_PER_MINUTE / 60;
      }
    }
    return 0;
  }

  private boolean isOpen(Habit habit, long day, double hour, long index) {
    double later = habit.hour < 12 && LocalDay.isWeekend(day) ? WEEKEND_LATER_HOURS : 0;
    double begin = habit.hour + later + moment.between(-JITTER_HOURS, JITTER_HOURS, index);
    double litres = habit.litres * size.between(0.6, 1.4, index);
    return hour >= begin && hour < begin + litres / TAP_LITRES_PER_MINUTE / 60;
  }
}
