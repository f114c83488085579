package io.pumphouse.web.model;

import java.time.LocalDate;
import java.util.Map;

/**
 * What became of the runs that began on one day of the site's calendar. Immutable.
 *
 * @param runs how many ended how; an outcome that none had is not there
 * @param bytes what they copied, together
 */
public record JobDay(LocalDate day, Map<RunOutcome, Integer> runs, long bytes) {
  public JobDay {
    runs = Map.copyOf(runs);
  }

  /** How many ended in one of these ways. */
  public int count(RunOutcome... outcomes) {
    int count = 0;
    for (RunOutcome outcome : outcomes) {
      count += runs.getOrDefault(outcome, 0);
    }
    return count;
  }

  /** How many ended. */
  public int count() {
    return count(RunOutcome.values());
  }
}
