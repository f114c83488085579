package io.pumphouse.agent.sqlite;

import io.pumphouse.agent.health.Lifeline.Beginning;
import io.pumphouse.agent.health.Lifeline.Movement;
import io.pumphouse.agent.health.Lifeline.Moving;
import io.pumphouse.agent.health.Lifeline.Stuck;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.sqlite.ProgressHandler;

/**
 * How the turns of a database get on. A long one (a migration, a copy of the whole file) moves as
 * long as SQLite takes steps in it. Written on the database's thread, read on any.
 */
final class Pace extends ProgressHandler {
  /** Steps of SQLite's machine between two signs of life: some milliseconds on a Pi. */
  static final int STEPS = 20_000;

  /**
   * What the worst of cards may take for one commit, and a stick to take in what the cache held.
   */
  static final Duration PATIENCE = Duration.ofMinutes(5);

  private final TimeSource time;

  /** By when each task that comes again and again is to have had its turn. */
  private final List<AtomicLong> beats = new CopyOnWriteArrayList<>();

  private volatile long moved;
  private volatile boolean isBusy;
  private volatile boolean hasServed;

  Pace(TimeSource time) {
    this.time = time;
  }

  void begin() {
    moved = time.nanos();
    isBusy = true;
  }

  void end() {
    isBusy = false;
    hasServed = true;
  }

  /** SQLite calls this from within a long statement; anything but 0 would end it. */
  @Override
  protected int progress() {
    moved = time.nanos();
    return 0;
  }

  /** The task, watched whether it comes again. An error that ends its coming leaves it overdue. */
  Runnable beat(Duration interval, Runnable task) {
    AtomicLong due = new AtomicLong(time.nanos() + interval.toNanos());
    beats.add(due);
    return () -> {
      task.run();
      due.set(time.nanos() + interval.toNanos());
    };
  }

  /** How it moves now. */
  Movement movement(String opening) {
    long now = time.nanos();
    long patience = PATIENCE.toNanos();
    if (isBusy && now - moved > patience) {
      return new Stuck("has been in one step for " + seconds(now - moved) + "; the disk may hang");
    }
    for (AtomicLong due : beats) {
      if (!isBusy && now - due.get() > patience) {
        return new Stuck("has not come round for " + seconds(now - due.get()));
      }
    }
    return hasServed ? new Moving() : new Beginning(opening);
  }

  private static String seconds(long nanos) {
    return Duration.ofNanos(nanos).toSeconds() + " s";
  }
}
