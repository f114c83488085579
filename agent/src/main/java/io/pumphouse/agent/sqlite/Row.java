package io.pumphouse.agent.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/**
 * One row of an answer; columns are counted from 1, and none may be null. Valid only while it is
 * being looked at.
 */
public final class Row {
  private final ResultSet answer;

  Row(ResultSet answer) {
    this.answer = answer;
  }

  public long number(int column) {
    try {
      return answer.getLong(column);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  public String text(int column) {
    try {
      return Objects.requireNonNull(answer.getString(column));
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  public byte[] bytes(int column) {
    try {
      return Objects.requireNonNull(answer.getBytes(column));
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }
}
