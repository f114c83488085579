package io.pumphouse.agent.store.roll;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoField;

/**
 * Where chunks lie in time.
 *
 * @param zone whose days count
 */
public record Grid(ZoneId zone) {
  private static final long MONTHS_TO_1970 =
      YearMonth.of(1970, 1).getLong(ChronoField.PROLEPTIC_MONTH);

  /** The chunk of a level that a time is in. */
  public Chunk at(Level level, long wall) {
    return switch (level) {
      case MINUTE, QUARTER, HOUR ->
          new Chunk(level, Math.floorDiv(wall, level.millis() * level.perChunk()));
      case DAY -> new Chunk(level, monthAt(wall));
    };
  }

  /** The steps of a chunk. */
  public Ruler ruler(Chunk chunk) {
    Level level = chunk.level();
    return switch (level) {
      case MINUTE, QUARTER, HOUR ->
          new EvenRuler(
              chunk.number() * level.millis() * level.perChunk(), level.millis(), level.perChunk());
      case DAY -> days(chunk.number());
    };
  }

  private long monthAt(long wall) {
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(wall), zone);
    return YearMonth.from(day).getLong(ChronoField.PROLEPTIC_MONTH) - MONTHS_TO_1970;
  }

  private DayRuler days(long number) {
    YearMonth month = YearMonth.of(1970, 1).plusMonths(number);
    return DayRuler.of(month.atDay(1), month.lengthOfMonth(), zone);
  }
}
