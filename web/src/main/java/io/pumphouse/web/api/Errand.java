package io.pumphouse.web.api;

import io.pumphouse.web.model.JobAnswer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An order that may take minutes: whoever gave it waits a little for what comes of it, and it goes
 * on without them. A connection on which nothing is said for long is cut by us or by a proxy.
 */
public final class Errand {
  private static final Logger LOG = LoggerFactory.getLogger(Errand.class);

  private Errand() {}

  /**
   * Gives the order.
   *
   * @param patience how long to wait
   * @return what came of it; empty if it goes on
   */
  public static Optional<JobAnswer> begin(Duration patience, Supplier<JobAnswer> order) {
    FutureTask<JobAnswer> task = new FutureTask<>(() -> survived(order));
    Thread.ofVirtual().name("errand").start(task);
    try {
      return Optional.of(task.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug.getCause());
    }
  }

  /** Nobody may be there any more to hear of a bug. */
  private static JobAnswer survived(Supplier<JobAnswer> order) {
    try {
      return order.get();
    } catch (RuntimeException bug) {
      LOG.error("an order about backups failed", bug);
      return new JobAnswer.Refused(
          "a fault of the agent: " + bug, "report this with the agent's log");
    }
  }
}
