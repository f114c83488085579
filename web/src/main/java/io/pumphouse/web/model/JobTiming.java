package io.pumphouse.web.model;

import java.time.Duration;

/** When a job runs by itself. Immutable. */
public sealed interface JobTiming {
  /** Only when somebody starts it. */
  record OnDemand() implements JobTiming {}

  /** So long after the last run began. */
  record Every(Duration interval) implements JobTiming {}

  /**
   * By the calendar of the site.
   *
   * @param cron minute, hour, day of month, month, day of week, as in crontab(5)
   */
  record Calendar(String cron) implements JobTiming {}
}
