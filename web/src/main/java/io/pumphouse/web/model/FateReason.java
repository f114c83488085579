package io.pumphouse.web.model;

import java.util.Locale;

/**
 * One thing that speaks for keeping a backup, or why it goes. Immutable.
 *
 * @param number its place among those that the rule keeps, from 1; 0 where places do not count
 * @param of how many the rule keeps; 0 likewise
 * @param stretch of the site's calendar: {@code 2026-02-09}, {@code 2026 week 7}; empty likewise
 */
public record FateReason(Rule rule, int number, int of, String stretch) {
  /** Where places do not count. */
  public static FateReason of(Rule rule) {
    return new FateReason(rule, 0, 0, "");
  }

  /** In English, for programs and the command line. */
  public String text() {
    return switch (rule) {
      case LAST -> "last %d of %d".formatted(number, of);
      case HOURLY, DAILY, WEEKLY, MONTHLY, YEARLY ->
          "%s %d of %d: %s".formatted(rule.word(), number, of, stretch);
      case EVERYTHING -> "this job keeps everything";
      case FOREIGN -> "not of this job of this agent: left alone";
      case UNSOUND -> "not sound: left alone, and counts for nothing";
      case UNDATED -> "taken while the clock was not known to be right: left alone";
      case AHEAD -> "its date lies ahead: left alone";
      case NOTHING -> "nothing keeps it";
    };
  }

  /** What decides. */
  public enum Rule {
    /** Among the newest. */
    LAST,
    /** The newest of its hour. */
    HOURLY,
    DAILY,
    WEEKLY,
    MONTHLY,
    YEARLY,
    /** The job has no policy. */
    EVERYTHING,
    /** Another agent or job made it. */
    FOREIGN,
    UNSOUND,
    /** Nobody vouched for the clock that dated it. */
    UNDATED,
    /** Its date is yet to come. */
    AHEAD,
    /** It goes. */
    NOTHING;

    /** As texts and keys have it: {@code daily}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
