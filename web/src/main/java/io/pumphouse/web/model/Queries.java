package io.pumphouse.web.model;

import java.time.Duration;
import java.util.List;

/**
 * Questions in SQL that somebody typed, of the readings' file. They can change nothing, are cut off
 * after a time and a number of rows, and take turns. Thread-safe; ask on a thread that may wait.
 */
@FunctionalInterface
public interface Queries {
  /** The most rows of one answer. */
  int ROWS = 500;

  /** What came of a question. */
  sealed interface Answer {
    /**
     * A table.
     *
     * @param columns their names
     * @param rows each a text for each column
     * @param isWhole whether these are all rows there are
     * @param took how long it took
     */
    record Table(List<String> columns, List<List<String>> rows, boolean isWhole, Duration took)
        implements Answer {
      public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
      }
    }

    /**
     * No answer.
     *
     * @param cause what was wrong
     * @param next what to do
     */
    record Refused(String cause, String next) implements Answer {}
  }

  Answer ask(String sql);
}
