package io.pumphouse.agent.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * SQL inside one transaction. Confined to the database's thread, and to the work it was given to.
 *
 * <p>Values are {@code Long}, {@code Integer}, {@code String} or {@code byte[]}. A failure ends the
 * work: {@link Database#run} turns it into {@link Outcome.Failed}.
 */
public final class Session {
  private final Connection connection;

  Session(Connection connection) {
    this.connection = connection;
  }

  /** Runs one statement. */
  public void run(String sql, Object... values) {
    try (PreparedStatement statement = prepared(sql, values)) {
      statement.execute();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** Looks at each row that answers a question. */
  public void each(String sql, Consumer<Row> look, Object... values) {
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet answer = statement.executeQuery()) {
      Row row = new Row(answer);
      while (answer.next()) {
        look.accept(row);
      }
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** The rows that answer a question, each made a value. */
  public <T> List<T> rows(String sql, Function<Row, T> value, Object... values) {
    List<T> found = new ArrayList<>();
    each(sql, row -> found.add(value.apply(row)), values);
    return found;
  }

  /** The number in the first column of the first row, such as a count. */
  public long number(String sql, Object... values) {
    return rows(sql, row -> row.number(1), values).getFirst();
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
