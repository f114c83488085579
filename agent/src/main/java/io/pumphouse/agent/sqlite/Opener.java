package io.pumphouse.agent.sqlite;

import io.pumphouse.agent.sqlite.Trouble.Kind;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;

/**
 * Opens a file, makes sure it is sound, and brings it to today's version. Why each setting is as it
 * is: {@code docs/decisions/004-one-room-for-sqlite.md}.
 */
final class Opener {
  private static final int BUSY_MILLIS = 2_000;

  /** Bytes; a card reads them in some three seconds. */
  private static final long ALWAYS_CHECKED = 64L << 20;

  /** In this order: page size and vacuum before anything is written. */
  private static final List<String> SETTINGS =
      List.of(
          "PRAGMA page_size = 1024",
          "PRAGMA auto_vacuum = INCREMENTAL",
          "PRAGMA synchronous = FULL",
          "PRAGMA cache_size = -512",
          "PRAGMA foreign_keys = ON");

  private final Path file;
  private final Schema schema;
  private final Aside aside;
  private final Pace pace;

  Opener(Path file, Schema schema, Aside aside, Pace pace) {
    this.file = file;
    this.schema = schema;
    this.aside = aside;
    this.pace = pace;
  }

  /** A file that turns out to be damaged is out of the way when this fails. */
  Connection open() {
    boolean isSuspect = isSuspect(); // opening makes a journal of its own
    Connection connection = connect();
    try {
      prepare(new Session(connection), isSuspect);
      return connection;
    } catch (SqlFailure failure) {
      if (failure.kind() == Kind.DAMAGED) {
        aside.rescue(failure); // before closing, which would empty or delete the journal
      }
      close(connection, failure);
      throw failure;
    }
  }

  private Connection connect() {
    refuseReadOnly();
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    try {
      Connection connection = config.createConnection(Address.of(file));
      ProgressHandler.setHandler(connection, Pace.STEPS, pace);
      return connection;
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** SQLite would open it for reading, and later fail to lock it as if the disk were broken. */
  private void refuseReadOnly() {
    Path written = Files.exists(file) ? file : file.toAbsolutePath().resolveSibling(".");
    if (Files.exists(written) && !Files.isWritable(written)) {
      throw new SqlFailure(Kind.READ_ONLY, "may not write to " + written.normalize());
    }
  }

  private void prepare(Session session, boolean isSuspect) {
    SETTINGS.forEach(session::run);
    demand(session, "PRAGMA journal_mode = WAL", "wal", Kind.READ_ONLY);
    if (isSuspect) {
      demand(session, "PRAGMA quick_check(1)", "ok", Kind.DAMAGED);
    }
    migrate(session);
  }

  /** A large file is read through only after an end that left its journal behind. */
  private boolean isSuspect() {
    File journal = file.resolveSibling(file.getFileName() + "-wal").toFile();
    return file.toFile().length() <= ALWAYS_CHECKED || journal.length() > 0;
  }

  private static void demand(Session session, String pragma, String wanted, Kind otherwise) {
    String answer = session.rows(pragma, row -> row.text(1)).getFirst();
    if (!answer.equals(wanted)) {
      throw new SqlFailure(otherwise, pragma + ": " + answer);
    }
  }

  private void migrate(Session session) {
    long version = session.number("PRAGMA user_version");
    if (version > schema.version()) {
      throw new SqlFailure(
          Kind.NEWER, "written at version " + version + ", this agent knows " + schema.version());
    }
    for (int step = (int) version; step < schema.version(); step++) {
      session.run("BEGIN");
      schema.steps().get(step).forEach(session::run);
      session.run("PRAGMA user_version = " + (step + 1));
      session.run("COMMIT");
    }
  }

  private static void close(Connection connection, SqlFailure why) {
    try {
      connection.close();
    } catch (SQLException e) {
      why.addSuppressed(e);
    }
  }
}
