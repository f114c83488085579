package io.pumphouse.web.live;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Alarms;
import io.pumphouse.web.model.Happening;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.PumpStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.jetty.websocket.api.StatusCode;

/**
 * Tells the clients what changed, on one thread of its own, so that the poller only takes note and
 * each client sees its snapshot before its first change. A round of many requests is one message,
 * and a burst piles nothing up, because only the newest state is told; see {@link Turns}.
 */
final class Dispatcher implements Runnable {
  static final Duration PING_EVERY = Duration.ofSeconds(15);
  private static final Duration JOBS_EVERY = Duration.ofSeconds(1);
  private static final Duration LOG_EVERY = Duration.ofSeconds(1);
  private static final int QUEUE = 64;

  private final LiveReadings live;
  private final Alarms alarms;
  private final TimeSource time;
  private final String version;
  private final Predicate<Watching> mayStay;
  private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(QUEUE);
  private final Turns turns;
  private final List<Client> clients = new ArrayList<>();
  private final Told told = new Told();
  private final JobNews jobs = new JobNews();
  private long nextPing;
  private final AtomicBoolean hasLog = new AtomicBoolean();
  private long nextJobs;
  private long nextLog;

  private sealed interface Event {
    record Joined(Client client) implements Event {}

    /**
     * Some pump was added to those that changed, or some run to those that went on, or something to
     * the log.
     */
    record Changed() implements Event {}

    record Happened(Happening what) implements Event {}
  }

  /**
   * @param every at most one message about the readings of a pump in this time, on average
   * @param mayStay whether who came in may still be told; asked with each ping
   */
  Dispatcher(
      LiveReadings live,
      Alarms alarms,
      TimeSource time,
      String version,
      Supplier<Duration> every,
      Predicate<Watching> mayStay) {
    this.live = live;
    this.alarms = alarms;
    this.time = time;
    this.version = version;
    this.turns = new Turns(every);
    this.mayStay = mayStay;
    this.nextPing = time.nanos() + PING_EVERY.toNanos();
    this.nextJobs = time.nanos();
    this.nextLog = time.nanos();
  }

  /** Any thread; never waits. */
  void asked(PumpId pump, boolean isWhole) {
    if (turns.note(pump, isWhole, time.nanos())) {
      // Where the queue is full it is awake, and looks at whose turn it is before it sleeps.
      boolean _ = events.offer(new Event.Changed());
    }
  }

  /** Any thread; never waits. What cannot be said yet waits for the next time it may. */
  void ran(JobRun run) {
    if (jobs.note(run)) {
      boolean _ = events.offer(new Event.Changed());
    }
  }

  /** Any thread; never waits. However much is logged, it is said once a second. */
  void logged() {
    if (hasLog.compareAndSet(false, true)) {
      boolean _ = events.offer(new Event.Changed());
    }
  }

  /** Any thread; never waits. In a flood some are not pushed; the event log has them all. */
  void happened(Happening what) {
    boolean _ = events.offer(new Event.Happened(what));
  }

  /** Any thread; never waits. */
  void joined(Client client) {
    if (!events.offer(new Event.Joined(client))) {
      var _ = client.close(StatusCode.TRY_AGAIN_LATER, "busy: try again in a moment");
    }
  }

  @Override
  public void run() {
    try {
      while (true) {
        Optional.ofNullable(events.poll(untilNext(), TimeUnit.NANOSECONDS)).ifPresent(this::take);
        tellIfDue();
        tellJobsIfDue();
        tellOfLogIfDue();
        pingIfDue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(Event event) {
    switch (event) {
      case Event.Joined(Client client) -> welcome(client);
      case Event.Happened(Happening what) -> send(Messages.event(what));
      case Event.Changed() -> {} // it looks at whose turn it is anyway
    }
  }

  private long untilNext() {
    long next = Math.min(nextPing, turns.next());
    long withJobs = jobs.isNone() ? next : Math.min(next, nextJobs);
    return (hasLog.get() ? Math.min(withJobs, nextLog) : withJobs) - time.nanos();
  }

  /** Everybody is told what the snapshot holds, so that from then on all know the same. */
  private void welcome(Client client) {
    List<News> all = live.pumps().stream().map(this::news).toList();
    all.stream().filter(news -> !news.isNone()).forEach(this::tell);
    client.send(Messages.connectionStatus(version, time.wall()));
    client.send(Messages.snapshot(all));
    clients.add(client);
  }

  private void tellIfDue() {
    for (PumpId pump : turns.take(time.nanos())) {
      clients.removeIf(Client::isGone);
      live.pump(pump).filter(_ -> !clients.isEmpty()).map(this::news).ifPresent(this::tell);
    }
  }

  private void tellJobsIfDue() {
    long now = time.nanos();
    if (!jobs.isNone() && now - nextJobs >= 0) {
      nextJobs = now + JOBS_EVERY.toNanos();
      jobs.take().forEach(this::send);
    }
  }

  /** Only that there is more: who may read it, and what of it, is said where it is asked for. */
  private void tellOfLogIfDue() {
    long now = time.nanos();
    if (hasLog.get() && now - nextLog >= 0) {
      nextLog = now + LOG_EVERY.toNanos();
      hasLog.set(false);
      clients.stream().filter(Client::hearsLog).forEach(it -> it.send(Messages.log()));
    }
  }

  private News news(PumpStatus pump) {
    return told.news(pump, alarms.active(pump.id()), live.readings(pump.id()));
  }

  private void tell(News news) {
    send(Messages.readings(news));
    news.appeared().forEach(alarm -> send(Messages.alarm(news.pump().id(), "active", alarm)));
    news.over().forEach(alarm -> send(Messages.alarm(news.pump().id(), "over", alarm)));
  }

  private void send(Message message) {
    clients.forEach(client -> client.send(message));
  }

  private void pingIfDue() {
    long now = time.nanos();
    if (now - nextPing >= 0) {
      nextPing = now + PING_EVERY.toNanos();
      clients.removeIf(Client::isGone);
      clients.forEach(client -> ping(client, now));
    }
  }

  /** A session that ends by itself tells nobody: its sockets are found here. */
  private void ping(Client client, long now) {
    if (client.isClosed() || mayStay.test(client.watching())) {
      client.ping(now);
    } else {
      var _ = client.close(StatusCode.POLICY_VIOLATION, "the session or token is over: log in");
    }
  }
}
