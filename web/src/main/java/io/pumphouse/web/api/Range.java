package io.pumphouse.web.api;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How far back a question reaches; the words are public. Days and longer follow the calendar. */
public enum Range {
  HOUR("1h"),
  SIX_HOURS("6h"),
  DAY("24h"),
  WEEK("7d"),
  MONTH("30d"),
  YEAR("1y");

  private final String word;

  Range(String word) {
    this.word = word;
  }

  /** The range of this word, or empty if there is none. */
  public static Optional<Range> of(String word) {
    return Arrays.stream(values()).filter(range -> range.word.equals(word)).findFirst();
  }

  /** The word in addresses. */
  public String word() {
    return word;
  }

  /** All words, for people. */
  public static String words() {
    return Arrays.stream(values()).map(range -> range.word).collect(Collectors.joining(", "));
  }

  /** When the calendar day began that {@code now} belongs to; it may be 23 or 25 hours long. */
  static Instant startOfDay(Instant now, ZoneId zone) {
    return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }

  /** When a question begins that reaches back so far. */
  public Instant startBefore(Instant now, ZoneId zone) {
    ZonedDateTime local = now.atZone(zone);
    return switch (this) {
      case HOUR -> now.minus(Duration.ofHours(1));
      case SIX_HOURS -> now.minus(Duration.ofHours(6));
      case DAY -> now.minus(Duration.ofHours(24));
      case WEEK -> local.minusDays(7).toInstant();
      case MONTH -> local.minusDays(30).toInstant();
      case YEAR -> local.minusYears(1).toInstant();
    };
  }
}
