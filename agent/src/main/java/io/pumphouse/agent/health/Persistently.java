package io.pumphouse.agent.health;

import io.pumphouse.web.model.Health.Check;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts something that may not start yet (a taken port, a folder not mounted), again and again
 * until it does, and says so once. The rest of the agent does not wait for it. Thread-safe.
 */
public final class Persistently implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("io.pumphouse.agent.Start");
  private static final Duration BETWEEN = Duration.ofSeconds(5);

  private final Supplier<Check> attempt;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private volatile Check latest;

  /**
   * A persistent starter that has not tried yet.
   *
   * @param name what is started; names the thread and the check
   * @param attempt tries once and says how it went; not called again after it went well
   */
  public Persistently(String name, Supplier<Check> attempt) {
    this.attempt = attempt;
    this.latest = Check.well(name, "starting");
    this.thread = Thread.ofVirtual().name("start " + name).unstarted(this::run);
  }

  /** Tries once on the calling thread; goes on trying on its own thread if that failed. */
  public Check start() {
    latest = attempt.get();
    if (latest.isWell()) {
      LOG.info("{}: {}", latest.name(), latest.cause());
    } else {
      LOG.warn("{}: {}; {}", latest.name(), latest.cause(), latest.next());
      thread.start();
    }
    return latest;
  }

  /** How the last attempt went. */
  public Check check() {
    return latest;
  }

  @Override
  public void close() {
    stop.countDown();
  }

  private void run() {
    try {
      while (!latest.isWell() && !stop.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS)) {
        latest = attempt.get();
      }
      if (latest.isWell()) {
        LOG.info("{}: {}", latest.name(), latest.cause());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
