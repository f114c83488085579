package io.pumphouse.agent.sqlite;

import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.Soundness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;

/**
 * Reads a file through when somebody asks whether it is sound, through a connection that cannot
 * write and on a platform thread of its own, one at a time. Whoever writes to the file goes on
 * meanwhile. Thread-safe.
 */
public final class Checkup implements Soundness {
  /** A card reads some gigabytes in it; a journal that must not be emptied grows meanwhile. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Between two looks at the clock; a page that is read is one. */
  private static final int STEPS = 100;

  /** More say nothing that the first do not say. */
  private static final int MOST = 20;

  private final Path file;
  private final TimeSource time;
  private final Consumer<State.Over> told;
  private final AtomicReference<State> state = new AtomicReference<>(new State.Unasked());

  /**
   * @param told hears what came of each time, on the thread that read
   */
  public Checkup(Path file, TimeSource time, Consumer<State.Over> told) {
    this.file = file;
    this.time = time;
    this.told = told;
  }

  @Override
  public State state() {
    return state.get();
  }

  @Override
  public State look(String who) {
    State before = state.get();
    State.UnderWay begun = new State.UnderWay(time.wall(), who);
    if (!(before instanceof State.UnderWay) && state.compareAndSet(before, begun)) {
      Thread.ofPlatform().name("readings-checkup").daemon().start(() -> run(begun));
    }
    return state.get();
  }

  /** Reads it through now and waits for that, besides whatever else is asked. */
  public Result examine() {
    FutureTask<Result> task = new FutureTask<>(() -> result(new Deadline(time, PATIENCE)));
    Thread.ofPlatform().name("readings-checkup").daemon().start(task);
    try {
      return task.get();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Result.Unknown("nobody waited for the end", "ask again");
    } catch (ExecutionException bug) {
      throw new IllegalStateException("reading " + file + " failed: " + bug.getCause(), bug);
    }
  }

  /** A line of the health board while the last time told of damage. */
  public List<Check> checks() {
    return state.get() instanceof State.Over(_, _, _, Result.Damaged(var where))
        ? List.of(Check.degraded("checkup", file + ": " + where.getFirst(), Result.Damaged.NEXT))
        : List.of();
  }

  private void run(State.UnderWay begun) {
    Deadline deadline = new Deadline(time, PATIENCE);
    Result result = new Result.Unknown("the agent has a bug", "see its log");
    try {
      result = result(deadline);
    } finally {
      State.Over over = new State.Over(time.wall(), begun.who(), deadline.spent(), result);
      state.set(over);
      told.accept(over);
    }
  }

  private Result result(Deadline deadline) {
    if (!Files.exists(file)) {
      return new Result.Unknown(file + ": there is no such file yet", "wait for the first commit");
    }
    try (SQLiteConnection connection = connect()) {
      ProgressHandler.setHandler(connection, STEPS, deadline);
      List<String> lines = lines(connection);
      return lines.equals(List.of("ok")) ? new Result.Sound() : new Result.Damaged(lines);
    } catch (SQLException failure) {
      return failed(deadline, failure);
    }
  }

  private Result failed(Deadline deadline, SQLException failure) {
    if (deadline.isOver()) {
      return new Result.Unknown(
          "read " + file + ": not at its end within " + PATIENCE.toSeconds() + " s",
          "make a snapshot, which reads it without a limit: pumphouse jobs");
    }
    SqlFailure known = new SqlFailure(failure);
    return known.kind() == Trouble.Kind.DAMAGED
        ? new Result.Damaged(List.of(String.valueOf(failure.getMessage())))
        : new Result.Unknown(
            "read " + file + ": " + failure.getMessage(), "see the health board and the log");
  }

  private SQLiteConnection connect() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setCacheSize(-512);
    return (SQLiteConnection) config.createConnection(Address.of(file));
  }

  private static List<String> lines(SQLiteConnection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("PRAGMA quick_check(" + MOST + ")")) {
      List<String> lines = new ArrayList<>();
      while (found.next()) {
        lines.add(found.getString(1));
      }
      return lines;
    }
  }
}
