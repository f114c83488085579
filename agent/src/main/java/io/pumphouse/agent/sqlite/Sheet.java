package io.pumphouse.agent.sqlite;

import io.pumphouse.web.model.Queries;
import io.pumphouse.web.model.Queries.Answer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Puts an answer of SQLite's into texts, as far as a page can show it. Used once. */
final class Sheet {
  private static final int MOST_CHARACTERS = 200_000;
  private static final int MOST_BYTES = 16;

  private final ResultSet found;
  private int characters;

  Sheet(ResultSet found) {
    this.found = found;
  }

  Answer table(Deadline deadline) throws SQLException {
    List<String> columns = columns();
    List<List<String>> rows = new ArrayList<>();
    boolean isMore = found.next();
    while (isMore && rows.size() < Queries.ROWS && characters < MOST_CHARACTERS) {
      rows.add(row(columns.size()));
      isMore = found.next();
    }
    return new Answer.Table(columns, rows, !isMore, deadline.spent());
  }

  private List<String> columns() throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int at = 1; at <= found.getMetaData().getColumnCount(); at++) {
      columns.add(found.getMetaData().getColumnLabel(at));
    }
    return columns;
  }

  private List<String> row(int columns) throws SQLException {
    List<String> row = new ArrayList<>();
    for (int at = 1; at <= columns; at++) {
      String cell = cell(found.getObject(at));
      characters += cell.length();
      row.add(cell);
    }
    return row;
  }

  private String cell(Object value) throws SQLException {
    if (found.wasNull()) {
      return "NULL";
    }
    return value instanceof byte[] bytes ? bytes(bytes) : String.valueOf(value);
  }

  /** Packed readings say nothing to anybody; how long they are may. */
  private static String bytes(byte[] bytes) {
    int shown = Math.min(MOST_BYTES, bytes.length);
    String hex = HexFormat.of().formatHex(bytes, 0, shown);
    return "x'%s%s' (%d)".formatted(hex, shown < bytes.length ? "…" : "", bytes.length);
  }
}
