package io.pumphouse.agent.backup;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts jobs when they are due. Thread-safe. */
final class Schedule {
  private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

  private final Supplier<List<String>> due;
  private final Semaphore sooner = new Semaphore(0);
  private volatile boolean isOver;

  /**
   * A schedule that does nothing yet.
   *
   * @param due which jobs to start now
   */
  Schedule(Supplier<List<String>> due) {
    this.due = due;
  }

  /** Looks at once and then again and again, and tells which job is due, until it is closed. */
  void run(Consumer<String> starter) {
    try {
      while (!isOver) {
        survive(starter);
        sooner.tryAcquire(JobRoom.LOOK_SECONDS, TimeUnit.SECONDS);
        sooner.drainPermits(); // one look serves all who asked for it
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** A bug costs this look, not the schedule. */
  private void survive(Consumer<String> starter) {
    try {
      due.get().forEach(starter);
    } catch (RuntimeException bug) {
      LOG.error("looking what is due failed", bug);
    }
  }

  /** Looks without waiting for its time: something has changed how the jobs stand. */
  void lookSoon() {
    sooner.release();
  }

  /** Looks no more; the look that goes on is brought to its end. */
  void close() {
    isOver = true;
    lookSoon();
  }
}
