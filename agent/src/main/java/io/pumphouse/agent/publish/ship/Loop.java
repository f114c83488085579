package io.pumphouse.agent.publish.ship;

import io.pumphouse.agent.store.Outbox;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Health.Check;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends to one receiver for as long as the agent runs, on a thread of its own. Start and close from
 * one thread; {@link #check()} from any.
 */
public final class Loop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
  static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);
  private static final Duration LETTING_GO = Duration.ofSeconds(1);

  private final Receiver receiver;
  private final Sender sender;
  private final Progress progress;
  private final Backoff backoff;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  /** Sends nothing before {@link #start()}. */
  public Loop(Receiver receiver, Outbox outbox, TimeSource time, RandomGenerator random) {
    this.receiver = receiver;
    this.progress = new Progress(receiver.name(), outbox::lost, time);
    this.sender = new Sender(outbox, receiver, progress, time);
    this.backoff = new Backoff(random);
    this.thread = Thread.ofVirtual().name("publish " + receiver.name()).unstarted(this::run);
  }

  /** Begins; waits for nothing. Call once. */
  public void start() {
    thread.start();
  }

  /** The receiver's line on the health board; quick. */
  public Check check() {
    return progress.check();
  }

  /** Sends what there is, once; says after what pause to come back. */
  Duration turn() {
    return switch (sender.sendAll()) {
      case Delivery.Taken _ -> {
        progress
            .recovered()
            .ifPresent(
                after -> LOG.info("{}: goes on after {} s", receiver.name(), after.toSeconds()));
        backoff.reset();
        yield EVERY;
      }
      case Delivery.Failed failed -> {
        progress
            .failed(failed)
            .ifPresent(_ -> LOG.warn("{}: {}; {}", receiver.name(), failed.cause(), failed.next()));
        yield backoff.next();
      }
    };
  }

  private void run() {
    try {
      boolean isOver = false;
      while (!isOver) {
        isOver = stop.await(survive().toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** A bug costs this turn, not the loop. */
  private Duration survive() {
    try {
      return turn();
    } catch (RuntimeException bug) {
      LOG.error("sending to {} failed", receiver.name(), bug);
      return backoff.next();
    }
  }

  /** Lets the load under way arrive, for two seconds. Never throws. */
  @Override
  public void close() {
    sender.stop();
    stop.countDown();
    try {
      if (thread.getState() != Thread.State.NEW && !thread.join(LAST_WORDS)) {
        thread.interrupt(); // which breaks the connection that it waits for
        boolean unused = thread.join(LETTING_GO);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    sender.keep();
    receiver.close();
  }
}
