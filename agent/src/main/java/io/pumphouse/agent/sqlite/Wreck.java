package io.pumphouse.agent.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * A damaged file that was moved aside, for reading what can still be read. It and its journal stay
 * as they are. Confined to one thread.
 */
public final class Wreck implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Wreck.class);

  /**
   * What could be read.
   *
   * @param rows those that came before the damage, or all
   * @param isWhole whether there was none
   */
  public record Found<T>(List<T> rows, boolean isWhole) {
    public Found {
      rows = List.copyOf(rows);
    }
  }

  private final Path file;

  /** None while the file cannot be opened at all. */
  private final List<Connection> connections = new ArrayList<>();

  /** Opens a file that {@link Database#damaged()} names; one that cannot be opened has no rows. */
  public Wreck(Path file) {
    this.file = file;
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    try {
      Connection connection = config.createConnection("jdbc:sqlite:" + file);
      connections.add(connection);
      // Otherwise a file that lost its end is refused as a whole.
      new Session(connection).run("PRAGMA writable_schema = ON");
    } catch (SQLException | SqlFailure e) {
      LOG.info("{}: cannot be opened: {}", file, e.getMessage());
    }
  }

  /** The rows that answer a question, as far as they can be read. */
  public <T> Found<T> rows(String sql, Function<Row, T> value, Object... values) {
    List<T> rows = new ArrayList<>();
    try {
      for (Connection connection : connections) {
        new Session(connection).each(sql, row -> rows.add(value.apply(row)), values);
      }
      return new Found<>(rows, !connections.isEmpty());
    } catch (SqlFailure | NullPointerException | IllegalArgumentException damage) {
      LOG.debug("{}: {}", file, damage.getMessage());
      return new Found<>(rows, false);
    }
  }

  @Override
  public void close() {
    for (Connection connection : connections) {
      try {
        connection.close();
      } catch (SQLException e) {
        LOG.info("{}: closing failed: {}", file, e.getMessage());
      }
    }
  }
}
