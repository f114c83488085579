package io.pumphouse.agent.store;

import io.pumphouse.agent.store.roll.EvenRuler;
import io.pumphouse.agent.store.roll.Level;
import io.pumphouse.agent.store.roll.Ruler;
import io.pumphouse.web.model.Span;
import java.util.List;

/**
 * The steps of an answer, and the coarsest level that they are whole multiples of.
 *
 * @param isRaw whether they are shorter than any level, so that only readings will do
 */
record Scale(Ruler ruler, Level coarsest, boolean isRaw) {
  private static final long SECOND = 1_000;

  /** Steps may be longer than asked for by this share, if a coarser level will do then. */
  private static final double MOST_TOO_LONG = 1.25;

  /**
   * Chooses.
   *
   * @param points at most so many steps
   * @param rawSince from when on there are readings
   * @param minutesSince from when on there are minutes
   */
  static Scale of(Span span, int points, long rawSince, long minutesSince) {
    long from = span.from().toEpochMilli();
    long to = Math.max(from + 1, span.to().toEpochMilli());
    long ideal = Math.ceilDiv(to - from, points);
    if (ideal < Level.MINUTE.millis() && from >= rawSince) {
      return new Scale(ruler(from, to, points, SECOND), Level.MINUTE, true);
    }
    Level finest = from >= minutesSince ? Level.MINUTE : Level.QUARTER;
    for (Level level : List.of(Level.HOUR, Level.QUARTER, Level.MINUTE)) {
      EvenRuler ruler = ruler(from, to, points, level.millis());
      if (ruler.step() <= ideal * MOST_TOO_LONG || level == finest) {
        return new Scale(ruler, level, false);
      }
    }
    throw new IllegalStateException("no level is fine enough for " + span);
  }

  /** Steps of whole units that begin at whole multiples of their length since 1970. */
  private static EvenRuler ruler(long from, long to, int points, long unit) {
    long step = Math.ceilDiv(Math.ceilDiv(to - from, points), unit) * unit;
    while (count(from, to, step) > points) {
      step = points == 1 ? 2 * step : step + unit;
    }
    return new EvenRuler(Math.floorDiv(from, step) * step, step, (int) count(from, to, step));
  }

  private static long count(long from, long to, long step) {
    return Math.ceilDiv(to, step) - Math.floorDiv(from, step);
  }
}
