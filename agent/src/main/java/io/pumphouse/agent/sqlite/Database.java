package io.pumphouse.agent.sqlite;

import io.pumphouse.agent.health.Lifeline;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.sqlite.Trouble.Kind;
import io.pumphouse.hal.reading.TimeSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One SQLite file with one platform thread, on which everything that touches the file takes its
 * turn. The first turn opens the file; a later one opens it again if that failed or the file was
 * lost meanwhile, so trouble heals when its cause is gone. Thread-safe.
 *
 * <p>A turn should be short: a long question is asked in pieces, so that no commit waits for it.
 */
public final class Database implements Lifeline, AutoCloseable {
  private final Path file;
  private final Pace pace;
  private final Holder holder;
  private final Turns turns;

  /**
   * Nothing is opened yet.
   *
   * @param file where; its folder must exist by the first turn
   * @param thread what to call the thread
   */
  public Database(Path file, Schema schema, TimeSource time, String thread) {
    this.file = file;
    Aside aside = new Aside(file, time);
    this.pace = new Pace(time);
    this.holder = new Holder(file, new Opener(file, schema, aside, pace), aside);
    this.turns = new Turns(thread, pace);
  }

  /**
   * Does the work in one transaction and waits for it; on the database's own thread at once. After
   * {@link Outcome.Done} a power cut cannot undo it.
   */
  public <T> Outcome<T> run(Work<T> work) {
    Optional<Outcome<T>> outcome = turns.take(() -> holder.run(work));
    return outcome.orElseGet(() -> new Failed<>(new Trouble(Kind.CLOSED, file + ": is closed")));
  }

  /**
   * Makes a compact copy of the whole file and waits for it; commits wait meanwhile. Never trust it
   * unseen: {@link Copied#inspect}.
   *
   * @param target no file yet; on failure what was written of it is deleted
   * @return what the copy must hold
   */
  public Outcome<Contents> copyTo(Path target) {
    Optional<Outcome<Contents>> outcome = turns.take(() -> holder.copyTo(target));
    return outcome.orElseGet(() -> new Failed<>(new Trouble(Kind.CLOSED, file + ": is closed")));
  }

  /** Does something on the database's thread and waits for it; nothing happens once closed. */
  public void await(Runnable task) {
    turns.take(
        () -> {
          task.run();
          return true;
        });
  }

  /** Does something on the database's thread soon, without waiting; nothing once closed. */
  public void post(Runnable task) {
    turns.post(task);
  }

  /** Does something on the database's thread again and again, first one interval from now. */
  public void every(Duration interval, Runnable task) {
    turns.every(interval, task);
  }

  @Override
  public String name() {
    return "writer of " + file.getFileName();
  }

  /** A turn may take as long as it likes while SQLite moves in it; refusals of the disk move. */
  @Override
  public Movement movement() {
    return pace.movement("opening " + file.getFileName());
  }

  /** Damaged files that were moved aside, by this run or an earlier one, and still lie there. */
  public List<Path> damaged() {
    return holder.damaged().stream().filter(Files::exists).toList();
  }

  /** What the file and its journal take on the disk, in bytes. */
  public long size() {
    return length(file) + length(file.resolveSibling(file.getFileName() + "-wal"));
  }

  /** Lets go of the file, which also empties its journal. Never throws; twice is fine. */
  @Override
  public void close() {
    await(holder::close);
    turns.close();
  }

  private static long length(Path file) {
    return file.toFile().length(); // 0 while there is no such file
  }
}
