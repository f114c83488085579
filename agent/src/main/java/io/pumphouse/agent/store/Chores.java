package io.pumphouse.agent.store;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a chore again and again on a thread of its own, so that unpacking and packing never hold up
 * the database's thread. Thread-safe; the chore is done by one thread at a time.
 */
final class Chores implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Chores.class);

  private final Runnable chore;
  private final CountDownLatch closed = new CountDownLatch(1);

  Chores(Runnable chore) {
    this.chore = chore;
  }

  /** First one interval from now. */
  void start(Duration interval) {
    Thread.ofVirtual().name("readings-upkeep").start(() -> repeat(interval));
  }

  synchronized void doNow() {
    chore.run();
  }

  /** What is under way ends with its turn at the database, which is closed next. */
  @Override
  public void close() {
    closed.countDown();
  }

  private void repeat(Duration interval) {
    try {
      while (!closed.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
        survive();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** A bug costs this round, not all that follow. */
  private void survive() {
    try {
      doNow();
    } catch (RuntimeException bug) {
      LOG.error("keeping up the readings failed", bug);
    }
  }
}
