package io.pumphouse.web.model;

import java.util.List;

/** What became of the backups over time. Thread-safe; may read a disk. */
public interface JobHistory {
  /** How far back it looks: a year in whole weeks, the one that is not over yet besides. */
  int WEEKS = 53;

  /**
   * The days on which runs began that have ended, oldest first; days without any are left out.
   *
   * @param job of which job, empty for all
   */
  List<JobDay> days(String job);
}
