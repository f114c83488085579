package io.pumphouse.agent.health;

import io.pumphouse.web.model.Health.Check;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that is kept open, though it may not open yet (a taken port, a folder not mounted) or
 * may go again (a removed socket): it is tried again and again, and a change is logged. The rest of
 * the agent does not wait for it. Thread-safe.
 */
public final class KeptOpen implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KeptOpen.class);
  private static final Duration UNTIL_IT_OPENS = Duration.ofSeconds(5);
  private static final Duration WHILE_IT_IS_OPEN = Duration.ofSeconds(30);
  private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(5);

  private final Supplier<Check> attempt;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private volatile Check latest;

  /**
   * Something nobody has tried to open yet.
   *
   * @param name what is kept open; names the thread and the check
   * @param attempt makes sure that it is open and says how it is; changes nothing when all is well
   */
  public KeptOpen(String name, Supplier<Check> attempt) {
    this.attempt = attempt;
    this.latest = Check.well(name, "starting");
    this.thread = Thread.ofVirtual().name("keep " + name).unstarted(this::run);
  }

  /** Tries once on the calling thread, then goes on on its own. Returns how it went. */
  public Check start() {
    note(attempt.get());
    thread.start();
    return latest;
  }

  /** How the last attempt went. */
  public Check check() {
    return latest;
  }

  /** Tries no more; an attempt under way is waited for, so that nothing is opened afterwards. */
  @Override
  public void close() {
    stop.countDown();
    try {
      if (thread.isAlive() && !thread.join(LONGEST_ATTEMPT)) {
        LOG.warn("{}: an attempt has not ended in {}", latest.name(), LONGEST_ATTEMPT);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!stop.await(pause().toMillis(), TimeUnit.MILLISECONDS)) {
        Check now = attempt.get();
        if (!now.equals(latest)) {
          note(now);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration pause() {
    return latest.isWell() ? WHILE_IT_IS_OPEN : UNTIL_IT_OPENS;
  }

  private void note(Check now) {
    latest = now;
    if (now.isWell()) {
      LOG.info("{}: {}", now.name(), now.cause());
    } else {
      LOG.warn("{}: {}; {}", now.name(), now.cause(), now.next());
    }
  }
}
