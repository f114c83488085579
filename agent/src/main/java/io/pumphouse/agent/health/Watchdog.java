package io.pumphouse.agent.health;

import io.pumphouse.agent.health.Lifeline.Beginning;
import io.pumphouse.agent.health.Lifeline.Movement;
import io.pumphouse.agent.health.Lifeline.Stuck;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Health.Check;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives systemd a sign of life as long as every lifeline moves, and none from the moment one stands
 * still: systemd then ends the agent and starts it anew. Before that it says that the agent is
 * ready, once it serves, and asks for more time while starting takes long. On a platform thread,
 * for it must see it when no virtual thread gets on any more.
 */
public final class Watchdog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
  private static final Duration WHILE_STARTING = Duration.ofMillis(500);
  private static final Duration TELL_EVERY = Duration.ofSeconds(10);

  /** How much longer a start may take each time we ask, which we do long before that is over. */
  private static final Duration LONGER = Duration.ofSeconds(60);

  private static final String NAME = "watchdog";

  private final ServiceNotice systemd;
  private final Duration every;
  private final List<Lifeline> lifelines;
  private final Supplier<String> status;
  private final TimeSource time;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread = Thread.ofPlatform().name(NAME).daemon().unstarted(this::run);
  private boolean isReady;
  private long toldAt;
  private String told = "";
  private volatile List<String> stuck = List.of();

  /**
   * A watchdog that sleeps yet.
   *
   * @param every from one sign of life to the next; a third of what systemd has patience for
   * @param lifelines what has to move
   * @param status how the agent is, in one line; asked when all moves
   */
  public Watchdog(
      ServiceNotice systemd,
      Duration every,
      List<Lifeline> lifelines,
      Supplier<String> status,
      TimeSource time) {
    this.systemd = systemd;
    this.every = every;
    this.lifelines = List.copyOf(lifelines);
    this.status = status;
    this.time = time;
  }

  /** Begins to look, if systemd listens. Call once, before anything that may take long. */
  public void start() {
    if (systemd.isHeard()) {
      thread.start();
    }
  }

  /** The line {@code watchdog} of the health board; none where nobody would restart the agent. */
  public List<Check> checks() {
    if (!systemd.isHeard()) {
      return List.of();
    }
    List<String> now = stuck;
    return List.of(
        now.isEmpty()
            ? Check.well(NAME, "polling, storing and the dashboard move")
            : Check.degraded(
                NAME,
                String.join("; ", now),
                "wait: systemd restarts the agent within a minute; if it comes again, send the"
                    + " bundle of pumphouse doctor to whoever maintains the agent"));
  }

  /** Looks once and tells systemd what it sees. By itself it does so on a thread of its own. */
  public void look() {
    List<String> beginning = new ArrayList<>();
    List<String> still = new ArrayList<>();
    for (Lifeline lifeline : lifelines) {
      Movement movement = lifeline.movement();
      if (movement instanceof Stuck(String how)) {
        still.add(lifeline.name() + " " + how);
      } else if (movement instanceof Beginning(String with)) {
        beginning.add(with);
      }
    }
    note(still);
    tell(beginning, still);
  }

  private void tell(List<String> beginning, List<String> still) {
    if (!still.isEmpty()) {
      systemd.troubled("STUCK: " + String.join("; ", still));
    } else if (isReady) {
      systemd.alive(words());
    } else if (beginning.isEmpty()) {
      isReady = true;
      systemd.ready(words());
    } else {
      askForTime("starting: " + String.join(", ", beginning));
    }
  }

  private void askForTime(String what) {
    long now = time.nanos();
    if (!what.equals(told) || now - toldAt >= TELL_EVERY.toNanos()) {
      told = what;
      toldAt = now;
      systemd.starting(what, LONGER);
    }
  }

  private void note(List<String> now) {
    List<String> before = stuck;
    stuck = List.copyOf(now);
    if (!now.isEmpty() && before.isEmpty()) {
      LOG.error(
          "no sign of life to systemd: {}; it will restart the agent", String.join("; ", now));
    } else if (now.isEmpty() && !before.isEmpty()) {
      LOG.warn("everything moves again; what did not: {}", String.join("; ", before));
    }
  }

  /** A bug in a sentence is no reason to end the agent. */
  private String words() {
    try {
      return status.get();
    } catch (RuntimeException bug) {
      LOG.error("how the agent is cannot be told", bug);
      return "running; how it is cannot be told";
    }
  }

  private void run() {
    try {
      do {
        look();
      } while (!stop.await((isReady ? every : WHILE_STARTING).toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks no more, and says that the end has begun. Twice is fine. */
  @Override
  public void close() {
    stop.countDown();
    systemd.stopping();
  }
}
