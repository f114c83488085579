package io.pumphouse.agent;

import java.util.concurrent.CountDownLatch;

/**
 * A stay until somebody ends the process (Ctrl-C, SIGTERM). Entered before anything is started and
 * left after everything is closed: in between, the process does not end before what stands below it
 * in a {@code try} is closed.
 */
final class Foreground implements AutoCloseable {
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch left = new CountDownLatch(1);

  private volatile boolean isToStartAgain;

  private Foreground() {}

  static Foreground enter() {
    Foreground foreground = new Foreground();
    Runtime.getRuntime().addShutdownHook(new Thread(foreground::end, "end"));
    return foreground;
  }

  /** Waits for the end. */
  void untilStopped() throws InterruptedException {
    stop.await();
  }

  /** Ends the stay from within, to begin a new one in another process. */
  void startAgain() {
    isToStartAgain = true;
    stop.countDown();
  }

  boolean isToStartAgain() {
    return isToStartAgain;
  }

  private void end() {
    stop.countDown();
    try {
      left.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    left.countDown();
  }
}
