package io.pumphouse.agent.backup.keep;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** The stretches of the calendar of which one snapshot each may be kept. */
enum Period {
  HOURLY("uuuu-MM-dd HH:00xxx"),
  DAILY("uuuu-MM-dd"),
  /** From Monday to Sunday, by the year of its Thursday. */
  WEEKLY("") {
    @Override
    String of(ZonedDateTime time) {
      LocalDate day = time.toLocalDate();
      return "%d week %d"
          .formatted(
              day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
  },
  MONTHLY("uuuu-MM"),
  YEARLY("uuuu");

  private final String pattern;

  Period(String pattern) {
    this.pattern = pattern;
  }

  /** The key in {@code jobs.yaml} behind {@code keep-}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the stretch is called in which this time lies. */
  String of(ZonedDateTime time) {
    return time.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
  }
}
