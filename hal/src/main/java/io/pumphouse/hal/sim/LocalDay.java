package io.pumphouse.hal.sim;

import java.time.Instant;

/**
 * The day that the people and the sun at the virtual house go by: Central European winter time all
 * year, so that a run does not depend on a machine's time zone.
 */
final class LocalDay {
  static final double SOLAR_NOON_HOUR = 12;

  private static final long OFFSET_SECONDS = 3600;
  private static final long DAY_SECONDS = 86_400;

  private LocalDay() {}

  /** Which day it is, counted from 1970. */
  static long number(Instant at) {
    return Math.floorDiv(at.getEpochSecond() + OFFSET_SECONDS, DAY_SECONDS);
  }

  /** The hour of the day, 0 to 24. */
  static double hour(Instant at) {
    return Math.floorMod(at.getEpochSecond() + OFFSET_SECONDS, DAY_SECONDS) / 3600.0;
  }

  /** Whether nobody has to get up early; day 0, in 1970, was a Thursday. */
  static boolean isWeekend(long day) {
    long weekday = Math.floorMod(day, 7L);
    return weekday == 2 || weekday == 3;
  }
}
