package io.pumphouse.agent.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Takes back what starting needed and what has gathered since. The collector of our small heap lets
 * it grow to its limit before it looks through the old part; what it has grown by is never given
 * back. A look takes about ten milliseconds (docs/decisions/005-jvm-options.md).
 */
final class HeapSweep implements AutoCloseable {
  private final Duration first;
  private final Duration every;
  private final Runnable collect;
  private final CountDownLatch stop = new CountDownLatch(1);

  /**
   * A sweep that has not begun.
   *
   * @param first from the start to the first collection: long enough for browsers to be back
   * @param every from one to the next
   * @param collect what collects: {@link System#gc}
   */
  HeapSweep(Duration first, Duration every, Runnable collect) {
    this.first = first;
    this.every = every;
    this.collect = collect;
  }

  void start() {
    Thread.ofVirtual().name("heap sweep").start(this::run);
  }

  /** Sweeps until it is closed. */
  void run() {
    try {
      Duration wait = first;
      while (!stop.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        collect.run();
        wait = every;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop.countDown();
  }
}
