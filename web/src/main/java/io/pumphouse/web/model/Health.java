package io.pumphouse.web.model;

import java.util.List;

/**
 * What is well and what is wrong. Thread-safe and quick: it only reads what the rooms have noted.
 */
public interface Health {
  Report report();

  /**
   * The health board.
   *
   * @param isPolling whether the poll loop makes progress; a silent pump does not stop it
   * @param checks one line per capability
   */
  record Report(boolean isPolling, List<Check> checks) {
    public Report {
      checks = List.copyOf(checks);
    }

    /** Whether every check is well. */
    public boolean isWell() {
      return isPolling && checks.stream().allMatch(Check::isWell);
    }
  }

  /**
   * One capability.
   *
   * @param name what: {@code pump house}, {@code store}
   * @param isWell whether it works
   * @param cause what is wrong, or how it is if nothing is
   * @param next what to do; empty when nothing need be done
   */
  record Check(String name, boolean isWell, String cause, String next) {
    public static Check well(String name, String how) {
      return new Check(name, true, how, "");
    }

    public static Check degraded(String name, String cause, String next) {
      return new Check(name, false, cause, next);
    }
  }
}
