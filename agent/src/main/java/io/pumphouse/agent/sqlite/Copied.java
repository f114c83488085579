package io.pumphouse.agent.sqlite;

import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.sqlite.Trouble.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/** A copy of a database, looked at without changing it. Stateless. */
public final class Copied {
  private static final Logger LOG = LoggerFactory.getLogger(Copied.class);

  private Copied() {}

  /** Reads the whole copy through, and tells what it holds; or that it is damaged. */
  public static Outcome<Contents> inspect(Path copy) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    try (Connection connection =
        config.createConnection("jdbc:sqlite:file:" + copy.toUri().getRawPath() + "?immutable=1")) {
      Session session = new Session(connection);
      String check = session.rows("PRAGMA quick_check(1)", row -> row.text(1)).getFirst();
      return check.equals("ok")
          ? new Done<>(contents(session))
          : new Failed<>(new Trouble(Kind.DAMAGED, copy + ": quick_check: " + check));
    } catch (SqlFailure failure) {
      return new Failed<>(failure.on(copy));
    } catch (SQLException e) {
      return new Failed<>(new SqlFailure(e).on(copy));
    }
  }

  static Contents contents(Session session) {
    SortedMap<String, Long> rows = new TreeMap<>();
    List<String> tables =
        session.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%'"
                + " ESCAPE '\\'",
            row -> row.text(1));
    for (String table : tables) {
      rows.put(table, session.number("SELECT count(*) FROM \"" + table + "\""));
    }
    return new Contents(
        session.number("PRAGMA application_id"), session.number("PRAGMA user_version"), rows);
  }

  /** A full disk leaves part of the copy behind, and its journal. */
  static void discard(Path copy) {
    for (String suffix : List.of("", "-journal")) {
      Path left = copy.resolveSibling(copy.getFileName() + suffix);
      try {
        Files.deleteIfExists(left);
      } catch (IOException e) {
        LOG.warn("{}: what is left of a copy cannot be deleted: {}", left, e.toString());
      }
    }
  }
}
