package io.pumphouse.web.data;

import io.pumphouse.web.model.Queries.Answer;
import io.pumphouse.web.page.Amount;
import io.pumphouse.web.page.Tongue;
import java.time.Duration;
import java.util.List;

/**
 * The answer to a question in SQL. Public because compiled templates live in a package of their
 * own.
 *
 * @param columns their names; none if there is no answer
 * @param rows their texts
 * @param note how many and how long it took; empty without an answer
 * @param cause what was wrong, in English; empty if nothing was
 * @param next what to do about it, in English
 */
public record Sheet(
    List<String> columns, List<List<String>> rows, String note, String cause, String next) {
  public Sheet {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * Puts an answer into words.
   *
   * @param answer none if nothing was asked yet
   */
  static Sheet of(Tongue tongue, List<Answer> answer) {
    if (answer.isEmpty()) {
      return new Sheet(List.of(), List.of(), "", "", "");
    }
    return switch (answer.getFirst()) {
      case Answer.Table(List<String> columns, var rows, boolean isWhole, Duration took) ->
          new Sheet(
              columns,
              rows,
              tongue.say(
                  isWhole ? "query.rows" : "query.rows-cut",
                  Amount.count(tongue, rows.size()),
                  Amount.count(tongue, took.toMillis())),
              "",
              "");
      case Answer.Refused(String cause, String next) ->
          new Sheet(List.of(), List.of(), "", cause, next);
    };
  }
}
