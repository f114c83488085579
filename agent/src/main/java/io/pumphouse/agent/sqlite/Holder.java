package io.pumphouse.agent.sqlite;

import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.sqlite.Trouble.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the file open, and gets it open again: opened when first needed, let go when it fails,
 * moved aside when it is damaged. Confined to the database's thread.
 */
final class Holder {
  private sealed interface State {
    record Shut() implements State {}

    record Open(Connection connection) implements State {}
  }

  private static final Logger LOG = LoggerFactory.getLogger(Holder.class);

  private final Path file;
  private final Opener opener;
  private final Aside aside;
  private State state = new State.Shut();
  private volatile List<Path> damaged = List.of();

  Holder(Path file, Opener opener, Aside aside) {
    this.file = file;
    this.opener = opener;
    this.aside = aside;
  }

  <T> Outcome<T> run(Work<T> work) {
    try {
      return new Done<>(transact(connection(), work));
    } catch (SqlFailure failure) {
      return new Failed<>(failure.on(file));
    }
  }

  /** Outside a transaction, as VACUUM INTO must be; nobody else writes on this thread meanwhile. */
  Outcome<Contents> copyTo(Path target) {
    try {
      Session session = new Session(connection());
      Contents contents = Copied.contents(session);
      session.run("VACUUM INTO ?", target.toString());
      return new Done<>(contents);
    } catch (SqlFailure failure) {
      Copied.discard(target);
      return new Failed<>(failure.on(target));
    }
  }

  /** Thread-safe, unlike the rest. */
  List<Path> damaged() {
    return damaged;
  }

  void close() {
    try {
      shut();
    } catch (SQLException e) {
      LOG.warn("{}: closing failed, the next start recovers", file, e);
    }
  }

  private void shut() throws SQLException {
    if (state instanceof State.Open(Connection connection)) {
      state = new State.Shut();
      connection.close();
    }
  }

  private Connection connection() {
    return switch (state) {
      case State.Open(Connection connection) -> connection;
      case State.Shut _ -> opened();
    };
  }

  private Connection opened() {
    Connection connection;
    try {
      connection = opener.open();
    } catch (SqlFailure failure) {
      if (failure.kind() != Kind.DAMAGED) {
        throw failure;
      }
      connection = opener.open();
    }
    state = new State.Open(connection);
    lookAside();
    return connection;
  }

  private <T> T transact(Connection connection, Work<T> work) {
    Session session = new Session(connection);
    try {
      session.run("BEGIN");
      T value = work.in(session);
      session.run("COMMIT");
      return value;
    } catch (SqlFailure failure) {
      undo(session, failure);
      throw failure;
    } catch (RuntimeException bug) {
      undo(session, new SqlFailure(Kind.UNFORESEEN, String.valueOf(bug.getMessage())));
      throw bug;
    }
  }

  /** A full disk or a rival leaves the connection sound; after anything else it is not trusted. */
  private void undo(Session session, SqlFailure why) {
    switch (why.kind()) {
      case FULL, LOCKED, UNFORESEEN -> rollBack(session, why);
      case READ_ONLY, UNREACHABLE, BROKEN_DISK, NEWER, CLOSED -> letGo(why);
      case DAMAGED -> {
        try {
          aside.rescue(why);
        } finally {
          letGo(why);
        }
      }
    }
  }

  private void rollBack(Session session, SqlFailure why) {
    try {
      session.run("ROLLBACK");
    } catch (SqlFailure failure) {
      why.addSuppressed(failure); // SQLite had already undone it, or cannot: begin anew
      letGo(why);
    }
  }

  private void letGo(SqlFailure why) {
    try {
      shut();
    } catch (SQLException e) {
      why.addSuppressed(e);
    }
  }

  private void lookAside() {
    try {
      damaged = aside.existing();
    } catch (IOException e) {
      LOG.warn("{}: cannot look for damaged files beside it", file, e);
    }
  }
}
