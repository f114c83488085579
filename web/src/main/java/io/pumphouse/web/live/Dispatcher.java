package io.pumphouse.web.live;

import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.LiveChange;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.LiveReadings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.websocket.api.StatusCode;

/**
 * Turns changes into messages and hands them to the clients, on one thread of its own, so that the
 * poller only takes note and each client sees its snapshot before its first change. If changes come
 * faster than they can be told, some are left out and everybody gets a new snapshot instead.
 */
final class Dispatcher implements Runnable {
  static final Duration PING_EVERY = Duration.ofSeconds(15);
  private static final int QUEUE = 256;

  private final LiveReadings live;
  private final TimeSource time;
  private final String version;
  private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(QUEUE);
  private final AtomicBoolean missedSome = new AtomicBoolean();
  private final List<Client> clients = new ArrayList<>();
  private final Told told = new Told();
  private long nextPing;

  private sealed interface Event {
    record Joined(Client client) implements Event {}

    record Changed(LiveChange change) implements Event {}
  }

  Dispatcher(LiveReadings live, TimeSource time, String version) {
    this.live = live;
    this.time = time;
    this.version = version;
    this.nextPing = time.nanos() + PING_EVERY.toNanos();
  }

  /** Any thread; never waits. */
  void changed(LiveChange change) {
    if (!events.offer(new Event.Changed(change))) {
      missedSome.set(true);
    }
  }

  /** Any thread; never waits. */
  void joined(Client client) {
    if (!events.offer(new Event.Joined(client))) {
      client.close(StatusCode.TRY_AGAIN_LATER, "busy: try again in a moment");
    }
  }

  @Override
  public void run() {
    try {
      while (true) {
        Event event = events.poll(nextPing - time.nanos(), TimeUnit.NANOSECONDS);
        if (event != null) {
          handle(event);
        }
        pingIfDue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pingIfDue() {
    long now = time.nanos();
    if (now - nextPing >= 0) {
      nextPing = now + PING_EVERY.toNanos();
      clients.forEach(client -> client.ping(now));
    }
  }

  private void handle(Event event) {
    clients.removeIf(Client::isGone);
    switch (event) {
      case Event.Joined(Client client) -> welcome(client);
      case Event.Changed(LiveChange change) -> tell(change);
    }
    if (missedSome.getAndSet(false)) {
      Message snapshot = Messages.snapshot(live);
      clients.forEach(client -> client.send(snapshot));
    }
  }

  private void welcome(Client client) {
    if (clients.isEmpty()) {
      told.forget(); // Nobody listened, so changes went by unseen.
    }
    client.send(Messages.connectionStatus(version, time.wall()));
    client.send(Messages.snapshot(live));
    clients.add(client);
  }

  private void tell(LiveChange change) {
    if (clients.isEmpty()) {
      return;
    }
    List<LiveReading> news = told.news(change);
    Message message = Messages.readings(change, news);
    clients.forEach(client -> client.send(message));
  }
}
