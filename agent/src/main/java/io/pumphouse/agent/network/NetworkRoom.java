package io.pumphouse.agent.network;

import io.pumphouse.agent.command.Addresses;
import io.pumphouse.agent.ledger.Event;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.JobAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The addresses of this machine. What was changed and not confirmed is undone after two minutes, or
 * by the next agent if this one ends before. Thread-safe; one change at a time.
 */
public final class NetworkRoom implements Addresses, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkRoom.class);
  static final Duration TRIAL = Duration.ofMinutes(2);
  private static final String NAME = "network-trial";
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Connections connections;
  private final Path file;
  private final Consumer<Event> events;
  private final TimeSource time;
  private final CountDownLatch end = new CountDownLatch(1);
  private Optional<Trial> trial = Optional.empty();

  /**
   * A change that is not confirmed.
   *
   * @param before how it was
   * @param until when it is undone, by the clock that does not jump
   */
  private record Trial(Profile before, long until) {}

  /**
   * A room that has changed nothing.
   *
   * @param program the tool, by name or by path
   * @param data where it is kept how it was
   * @param events where changes are kept
   */
  public NetworkRoom(String program, Path data, Consumer<Event> events, TimeSource time) {
    this.connections = new Connections(new Nmcli(program));
    this.file = data.resolve(NAME);
    this.events = events;
    this.time = time;
  }

  /** Undoes what an earlier agent left on trial; quick where there is nothing. */
  public void start() {
    if (Files.exists(file)) {
      Thread.ofVirtual().name("network as before").start(this::recall);
    }
  }

  private synchronized void recall() {
    try {
      Profile.of(Files.readString(file)).forEach(before -> back(before, "the agent's restart"));
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      LOG.warn("{}: {}", file, failure.toString());
    }
  }

  @Override
  public synchronized List<String> facts() {
    List<String> lines = new ArrayList<>(Facts.lines());
    trial.ifPresent(
        it ->
            lines.add(
                it.before().device() + " is on trial for " + left(it) + " s; network confirm"));
    return lines;
  }

  private long left(Trial it) {
    return Math.max(0, Duration.ofNanos(it.until() - time.nanos()).toSeconds());
  }

  @Override
  public JobAnswer take(Static wanted, String who) {
    return Ipv4.objection(wanted)
        .<JobAnswer>map(
            cause ->
                new JobAnswer.Refused(
                    cause, "such as: network set eth0 192.168.1.20/24 --gateway 192.168.1.1"))
        .orElseGet(
            () ->
                change(
                    wanted.device(),
                    who,
                    before ->
                        new Profile(
                            before.uuid(),
                            before.device(),
                            "manual",
                            wanted.address(),
                            wanted.gateway(),
                            wanted.dns())));
  }

  @Override
  public JobAnswer ask(String device, String who) {
    return Ipv4.isDevice(device)
        ? change(device, who, was -> new Profile(was.uuid(), was.device(), "auto", "", "", ""))
        : new JobAnswer.Refused("\"" + device + "\" is no device", "look at: network");
  }

  /** How a profile becomes another one. */
  @FunctionalInterface
  private interface Turn {
    Profile of(Profile before);
  }

  private synchronized JobAnswer change(String device, String who, Turn turn) {
    if (trial.isPresent()) {
      return new JobAnswer.Refused(
          "another address is on trial", "first: network confirm, or network undo");
    }
    return switch (connections.read(device)) {
      case Connections.No(String cause, String next) -> new JobAnswer.Refused(cause, next);
      case Connections.Found(Profile before) -> changed(before, turn.of(before), who);
    };
  }

  private JobAnswer changed(Profile before, Profile after, String who) {
    try {
      Files.writeString(file, before.text());
    } catch (IOException failure) {
      return new JobAnswer.Refused(
          file + ": how it was cannot be kept: " + failure.getMessage(),
          "make room in the data folder");
    }
    if (connections.apply(after) instanceof Nmcli.Failed(String cause, String next)) {
      back(before, "the failure");
      forget();
      return new JobAnswer.Refused(cause + "; it is as before", next);
    }
    trial = Optional.of(new Trial(before, time.nanos() + TRIAL.toNanos()));
    Thread.ofVirtual().name("network trial").start(this::untilOver);
    note(after.device() + ": " + spoken(after) + " on trial, before " + spoken(before), who);
    return new JobAnswer.Done(
        after.device() + " has " + spoken(after) + "; undone in 120 s unless: network confirm");
  }

  private static String spoken(Profile profile) {
    return profile.method().equals("manual") ? profile.addresses() : "what the router gives";
  }

  @Override
  public synchronized JobAnswer confirm(String who) {
    if (trial.isEmpty()) {
      return nothing();
    }
    note(trial.get().before().device() + ": the address is confirmed", who);
    forget();
    return new JobAnswer.Done("confirmed; it stays");
  }

  @Override
  public synchronized JobAnswer undo(String who) {
    if (trial.isEmpty()) {
      return nothing();
    }
    Nmcli.Answer answer = back(trial.get().before(), who);
    forget();
    return switch (answer) {
      case Nmcli.Said _ -> new JobAnswer.Done("undone; it is as before");
      case Nmcli.Failed(String cause, String next) -> new JobAnswer.Refused(cause, next);
    };
  }

  private static JobAnswer nothing() {
    return new JobAnswer.Refused("nothing is on trial", "look at: network");
  }

  private Nmcli.Answer back(Profile before, String who) {
    Nmcli.Answer answer = connections.apply(before);
    note(
        before.device()
            + (answer instanceof Nmcli.Failed(String cause, _)
                ? ": cannot go back to " + spoken(before) + ": " + cause
                : ": back to " + spoken(before)),
        who);
    return answer;
  }

  private void forget() {
    trial = Optional.empty();
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      LOG.warn("{}: {}", file, failure.toString());
    }
  }

  private void untilOver() {
    try {
      while (isOnTrial() && !end.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isOnTrial() {
    return trial.isPresent();
  }

  /** Undoes what nobody confirmed in time. */
  synchronized void look() {
    if (trial.isPresent() && trial.get().until() - time.nanos() <= 0) {
      undo("nobody, as nobody confirmed it");
    }
  }

  private void note(String what, String who) {
    LOG.info("{}, by {}", what, who);
    events.accept(new Event(time.now(), Event.Kind.NETWORK_CHANGED, "", what + ", by " + who));
  }

  /** What is on trial is undone by the next agent. */
  @Override
  public void close() {
    end.countDown();
  }
}
