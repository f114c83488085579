package io.pumphouse.agent.publish.ship;

import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Health.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How sending goes, for the health board. Thread-safe. */
final class Progress {
  /** Longer than any pause after a failure and than any wait for an answer. */
  static final Duration STUCK = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

  /** A number that grows with every load is logged when it begins to, and then once in a while. */
  private static final Duration BETWEEN_LOGS = Duration.ofHours(1);

  private static final String REACHED = "no trouble; it gets no stored readings";

  private final String name;
  private final LongSupplier lost;
  private final TimeSource time;

  /** Unknown at first; what an earlier run lost is not taken for ours. */
  private long lostBefore = Long.MAX_VALUE;

  private long sent;
  private long refused;
  private String refusal = "";
  private Optional<Instant> newest = Optional.empty();
  private boolean isUnsure;
  private boolean isTendedAlone;
  private Optional<Delivery.Failed> failure = Optional.empty();
  private long failedAt;
  private long movedAt;
  private long logged;
  private Optional<Long> loggedAt = Optional.empty();

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
    sent += Math.max(0, samples - taken.leftOut());
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
    logWhatIsLost();
  }

  /** It gets nothing that is stored; it was looked after. */
  synchronized void tended() {
    isTendedAlone = true;
    movedAt = time.nanos();
  }

  /** Takes note; says whether this is news, and after how long. */
  synchronized Optional<Duration> failed(Delivery.Failed why) {
    boolean isFirst = failure.isEmpty();
    failure = Optional.of(why);
    movedAt = time.nanos();
    failedAt = isFirst ? time.nanos() : failedAt;
    logWhatIsLost();
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
      String cause = failure.get().cause() + behind();
      return Check.degraded(
          name, joined(cause, refusals(), letGo(lost.getAsLong())), nextOf(failure.get()));
    }
    Duration still = Duration.ofNanos(time.nanos() - movedAt);
    if (still.compareTo(STUCK) > 0) {
      String cause = "sending has stood still for " + words(still) + behind();
      return Check.degraded(
          name,
          joined(cause, refusals(), letGo(lostNow())),
          "look at the log of the agent, then: pumphouse restart; nothing is lost as long as the"
              + " store keeps it");
    }
    if (refused + lostNow() > 0) {
      String cause = isUnsure ? how() : "all that is left is sent";
      return Check.degraded(
          name,
          joined(cause, refusals(), letGo(lostNow())),
          nextOfLosses() + "; this is said until the next start");
    }
    return Check.well(name, how());
  }

  /** Once when it happens; while the numbers go on growing, once an hour. */
  private void logWhatIsLost() {
    long all = refused + lostNow();
    boolean isDue =
        loggedAt
            .map(at -> Duration.ofNanos(time.nanos() - at).compareTo(BETWEEN_LOGS) >= 0)
            .orElse(true);
    if (all > logged && isDue) {
      logged = all;
      loggedAt = Optional.of(time.nanos());
      LOG.warn("{}: {}; {}", name, joined(refusals(), letGo(lostNow())), nextOfLosses());
    }
  }

  private static String nextOf(Delivery.Failed failed) {
    return failed.next() + "; nothing is lost as long as the store keeps it";
  }

  private String nextOfLosses() {
    return joined(
        refused > 0 ? "look into the receiver's own log" : "",
        lostNow() > 0 ? "give the store more room or time (store: keep-raw, disk-floor)" : "");
  }

  /** How many this run could not send before the store let them go. */
  private long lostNow() {
    return Math.max(0, lost.getAsLong() - lostBefore);
  }

  private String refusals() {
    return refused == 0 ? "" : "%,d readings were refused for good: %s".formatted(refused, refusal);
  }

  private static String letGo(long readings) {
    return readings == 0
        ? ""
        : "%,d readings were let go by the store before they could be sent".formatted(readings);
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
  }

  private String how() {
    if (isUnsure) {
      return "waits until the clock is known to be right";
    }
    return isTendedAlone ? REACHED : newest.map(this::passedOn).orElse("nothing to send yet");
  }

  private String passedOn(Instant at) {
    return sent == 0
        ? REACHED
        : "%,d readings sent since the start, the newest %s old".formatted(sent, age(at));
  }

  private String behind() {
    return newest.map(at -> "; it is behind by " + age(at)).orElse("");
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
