package io.pumphouse.agent.publish.ship;

import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Health.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/** How sending goes, for the health board. Thread-safe. */
final class Progress {
  /** Longer than any pause after a failure and than any wait for an answer. */
  static final Duration STUCK = Duration.ofMinutes(10);

  private final String name;
  private final LongSupplier lost;
  private final TimeSource time;
  private long lostBefore;
  private long sent;
  private long refused;
  private String refusal = "";
  private Optional<Instant> newest = Optional.empty();
  private boolean isUnsure;
  private Optional<Delivery.Failed> failure = Optional.empty();
  private long failedAt;
  private long movedAt;

  /**
   * @param name of the receiver
   * @param lost how many samples it will never have because they are no longer stored
   */
  Progress(String name, LongSupplier lost, TimeSource time) {
    this.name = name;
    this.lost = lost;
    this.time = time;
    this.movedAt = time.nanos();
  }

  /** A load was taken. */
  synchronized void sent(long samples, Instant newestOfAll, Delivery.Taken taken) {
    sent += samples;
    refused += taken.refused();
    refusal = taken.why().isEmpty() ? refusal : taken.why();
    newest = Optional.of(newestOfAll);
    movedAt = time.nanos();
  }

  /** What was lost until now was lost by an earlier run, which has said so. */
  synchronized void began() {
    lostBefore = lost.getAsLong();
  }

  /** All is sent, or what is left waits for the clock. */
  synchronized void rest(boolean waitsForClock) {
    isUnsure = waitsForClock;
    movedAt = time.nanos();
  }

  /** Takes note; says whether this is news, and after how long. */
  synchronized Optional<Duration> failed(Delivery.Failed why) {
    boolean isFirst = failure.isEmpty();
    failure = Optional.of(why);
    movedAt = time.nanos();
    failedAt = isFirst ? time.nanos() : failedAt;
    return isFirst ? Optional.of(Duration.ZERO) : Optional.empty();
  }

  /** Takes note; if it had failed, for how long. */
  synchronized Optional<Duration> recovered() {
    Optional<Duration> after = failure.map(_ -> Duration.ofNanos(time.nanos() - failedAt));
    failure = Optional.empty();
    return after;
  }

  /** The line of the health board. */
  synchronized Check check() {
    if (failure.isPresent()) {
      return Check.degraded(name, failure.get().cause() + behind() + losses(), next());
    }
    if (refused > 0) {
      return Check.degraded(
          name,
          "%,d readings were refused for good: %s".formatted(refused, refusal),
          "look into the receiver's own log; this is said until the next start");
    }
    if (lost.getAsLong() > lostBefore) {
      return Check.degraded(
          name,
          "all that is left is sent" + losses(),
          "give the store more room or time (store: keep-raw, disk-floor); this is said until the"
              + " next start");
    }
    Duration still = Duration.ofNanos(time.nanos() - movedAt);
    if (still.compareTo(STUCK) > 0) {
      return Check.degraded(
          name,
          "sending has stood still for " + words(still) + behind(),
          "look at the log of the agent, then: pumphouse restart; nothing is lost as long as the"
              + " store keeps it");
    }
    return Check.well(name, how());
  }

  private String next() {
    return failure.map(Delivery.Failed::next).orElse("")
        + "; nothing is lost as long as the store keeps it";
  }

  private String how() {
    if (isUnsure) {
      return "waits until the clock is known to be right";
    }
    return newest
        .map(at -> "%,d readings sent since the start, the newest %s old".formatted(sent, age(at)))
        .orElse("nothing to send yet");
  }

  private String behind() {
    return newest.map(at -> "; it is behind by " + age(at)).orElse("");
  }

  private String losses() {
    long all = lost.getAsLong();
    return all == 0
        ? ""
        : "; %,d readings were let go by the store before they could be sent".formatted(all);
  }

  private String age(Instant at) {
    return words(Duration.between(at, time.wall()));
  }

  private static String words(Duration age) {
    if (age.toDays() > 0) {
      return age.toDays() + " d " + age.toHoursPart() + " h";
    }
    if (age.toHours() > 0) {
      return age.toHours() + " h " + age.toMinutesPart() + " min";
    }
    return age.toMinutes() > 0 ? age.toMinutes() + " min" : Math.max(0, age.toSeconds()) + " s";
  }
}
