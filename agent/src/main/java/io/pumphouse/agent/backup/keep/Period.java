package io.pumphouse.agent.backup.keep;

import io.pumphouse.web.model.FateReason.Rule;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** The stretches of the calendar of which one snapshot each may be kept. */
enum Period {
  HOURLY(Rule.HOURLY, "uuuu-MM-dd HH:00xxx"),
  DAILY(Rule.DAILY, "uuuu-MM-dd"),
  /** From Monday to Sunday, by the year of its Thursday. */
  WEEKLY(Rule.WEEKLY, "") {
    @Override
    String of(ZonedDateTime time) {
      LocalDate day = time.toLocalDate();
      return "%d week %d"
          .formatted(
              day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
  },
  MONTHLY(Rule.MONTHLY, "uuuu-MM"),
  YEARLY(Rule.YEARLY, "uuuu");

  private final Rule rule;
  private final String pattern;

  Period(Rule rule, String pattern) {
    this.rule = rule;
    this.pattern = pattern;
  }

  /** The key in {@code jobs.yaml} behind {@code keep-}. */
  String word() {
    return rule.word();
  }

  Rule rule() {
    return rule;
  }

  /** What the stretch is called in which this time lies. */
  String of(ZonedDateTime time) {
    return time.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
  }
}
