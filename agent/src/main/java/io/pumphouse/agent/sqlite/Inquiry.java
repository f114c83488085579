package io.pumphouse.agent.sqlite;

import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Queries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/**
 * Answers what a person asks in SQL, one question at a time, each through a connection and on a
 * platform thread of its own. The connection is opened for reading, so the file is safe whatever is
 * asked; the limits here keep a question from costing the machine. Whoever writes to the file goes
 * on meanwhile. Thread-safe.
 */
public final class Inquiry implements Queries {
  static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Nothing is attached, no value is larger than a page of text, no pattern takes for ever. */
  private static final Map<SQLiteLimits, Integer> LIMITS =
      Map.of(
          SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0,
          SQLiteLimits.SQLITE_LIMIT_LENGTH, 1 << 20,
          SQLiteLimits.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100,
          SQLiteLimits.SQLITE_LIMIT_EXPR_DEPTH, 100,
          SQLiteLimits.SQLITE_LIMIT_COMPOUND_SELECT, 20);

  private static final String SIMPLER = "ask for less: a shorter time, fewer columns, a LIMIT";

  private final Path file;
  private final TimeSource time;
  private final Semaphore turn = new Semaphore(1);

  public Inquiry(Path file, TimeSource time) {
    this.file = file;
    this.time = time;
  }

  @Override
  public Answer ask(String sql) {
    String problem = new Typed(sql).problem();
    if (!problem.isEmpty()) {
      return new Answer.Refused(problem, "write one SELECT, such as SELECT * FROM series");
    }
    if (!turn.tryAcquire()) {
      return new Answer.Refused("another question is being answered", "ask again in some seconds");
    }
    FutureTask<Answer> task = new FutureTask<>(() -> answerAndGoOn(sql));
    Thread.ofPlatform().name("readings-inquiry").daemon().start(task);
    return await(task);
  }

  private static Answer await(FutureTask<Answer> task) {
    try {
      return task.get();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Answer.Refused("nobody waited for the answer", "ask again");
    } catch (ExecutionException bug) {
      throw new IllegalStateException("a question in SQL failed: " + bug.getCause(), bug);
    }
  }

  /** The next question may come once this one is over, even if nobody waits for it any more. */
  private Answer answerAndGoOn(String sql) {
    try {
      return answer(sql);
    } finally {
      turn.release();
    }
  }

  private Answer answer(String sql) {
    if (!Files.exists(file)) {
      return new Answer.Refused(file + ": there is no such file yet", "wait for the first commit");
    }
    Deadline deadline = new Deadline(time, PATIENCE);
    try (SQLiteConnection connection = connect()) {
      ProgressHandler.setHandler(connection, Deadline.STEPS, deadline);
      return read(connection, sql, deadline);
    } catch (SQLException refusal) {
      return deadline.isOver()
          ? new Answer.Refused("no answer within " + PATIENCE.toSeconds() + " s", SIMPLER)
          : new Answer.Refused(String.valueOf(refusal.getMessage()), "correct the question");
    }
  }

  private SQLiteConnection connect() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setCacheSize(-512);
    SQLiteConnection connection = (SQLiteConnection) config.createConnection(Address.of(file));
    for (Map.Entry<SQLiteLimits, Integer> limit : LIMITS.entrySet()) {
      connection.setLimit(limit.getKey(), limit.getValue());
    }
    return connection;
  }

  private static Answer read(Connection connection, String sql, Deadline deadline)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet found = statement.executeQuery()) {
      return new Sheet(found).table(deadline);
    }
  }
}
