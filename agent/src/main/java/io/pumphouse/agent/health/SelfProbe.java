package io.pumphouse.agent.health;

import io.pumphouse.hal.reading.TimeSource;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The dashboard as a lifeline: asked for something small, as a browser asks, each time somebody
 * looks. While its port cannot be had there is nothing to ask, and trying again is what moves. Told
 * from any thread where it listens; looked at by one.
 */
public final class SelfProbe implements Lifeline {
  /** A Pi that draws a year of curves for two browsers has answered by then. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Predicate<InetSocketAddress> question;
  private final TimeSource time;
  private volatile boolean isTried;
  private volatile Optional<InetSocketAddress> place = Optional.empty();
  private boolean isAnswered;
  private long since;

  /**
   * A probe of a dashboard that nobody has tried to open yet.
   *
   * @param question whether it answers, within seconds
   */
  public SelfProbe(Predicate<InetSocketAddress> question, TimeSource time) {
    this.question = question;
    this.time = time;
    this.since = time.nanos();
  }

  /** It listens here now. An address whose name nobody knows any more cannot be asked. */
  public void opened(InetSocketAddress at) {
    place = Optional.of(at).filter(address -> !address.isUnresolved());
    isTried = true;
  }

  /** It cannot listen; that is tried again. */
  public void shut() {
    place = Optional.empty();
    isTried = true;
  }

  @Override
  public String name() {
    return "dashboard";
  }

  @Override
  public Movement movement() {
    Optional<InetSocketAddress> asked = place;
    long now = time.nanos();
    if (asked.map(question::test).orElse(isTried)) {
      isAnswered = true;
      since = time.nanos();
      return new Moving();
    }
    if (asked.isPresent() && now - since > PATIENCE.toNanos()) {
      long seconds = Duration.ofNanos(now - since).toSeconds();
      return new Stuck(
          "on port " + asked.get().getPort() + " has not answered for " + seconds + " s");
    }
    return isAnswered ? new Moving() : new Beginning("opening the dashboard");
  }
}
