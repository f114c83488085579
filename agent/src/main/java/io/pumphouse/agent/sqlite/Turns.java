package io.pumphouse.agent.sqlite;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One named platform thread on which tasks take turns, first come, first served. SQLite is native
 * code, which would hold a virtual thread's carrier for as long as the disk takes. Thread-safe.
 */
final class Turns implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

  private final ScheduledThreadPoolExecutor executor;
  private final ThreadGroup mine = new ThreadGroup("sqlite");
  private final Pace pace;

  Turns(String thread, Pace pace) {
    this.pace = pace;
    executor =
        new ScheduledThreadPoolExecutor(
            1, task -> Thread.ofPlatform().group(mine).name(thread).daemon().unstarted(task));
  }

  /** Waits for the task's turn; at once on the thread itself; empty once closed or interrupted. */
  <T> Optional<T> take(Callable<T> task) {
    try {
      if (Thread.currentThread().getThreadGroup() == mine) {
        return Optional.of(task.call());
      }
      Future<T> turn = executor.submit(() -> watched(task));
      return Optional.of(turn.get());
    } catch (RejectedExecutionException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a turn on the database failed: " + e.getCause(), e);
    } catch (Exception e) {
      throw new IllegalStateException("a turn on the database failed: " + e, e);
    }
  }

  void post(Runnable task) {
    try {
      executor.execute(() -> survive(task));
    } catch (RejectedExecutionException _) {
      LOG.debug("a task came after the end");
    }
  }

  void every(Duration interval, Runnable task) {
    var unused =
        executor.scheduleWithFixedDelay(
            pace.beat(interval, () -> survive(task)),
            interval.toNanos(),
            interval.toNanos(),
            TimeUnit.NANOSECONDS);
  }

  /** What was handed in before still gets its turn, even if nobody waits for it any more. */
  @Override
  public void close() {
    executor.shutdown();
  }

  private <T> T watched(Callable<T> task) throws Exception {
    pace.begin();
    try {
      return task.call();
    } finally {
      pace.end();
    }
  }

  /** A bug costs this turn, not the thread: the next turn may still save something. */
  private void survive(Runnable task) {
    pace.begin();
    try {
      task.run();
    } catch (RuntimeException bug) {
      LOG.error("a turn on the database failed", bug);
    } finally {
      pace.end();
    }
  }
}
