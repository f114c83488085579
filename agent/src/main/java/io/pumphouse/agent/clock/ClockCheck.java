package io.pumphouse.agent.clock;

import io.pumphouse.hal.reading.Moment;
import io.pumphouse.web.model.Health.Check;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How the clock is, in words. Pure. */
final class ClockCheck {
  private static final String NAME = "clock";

  /** A router that starts together with the Pi takes minutes; until then nothing is wrong. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  private ClockCheck() {}

  static Check of(List<Era> eras, boolean isSure, Standing standing, Moment now) {
    Belief belief = standing.belief();
    if (standing.trouble().isPresent()) {
      return Check.degraded(
          NAME,
          "the time is known, but what was stamped before is not put right: "
              + standing.trouble().get(),
          "look at store and ledger; it is tried again every few seconds");
    }
    Era era = eras.getLast();
    if (isSure) {
      return Check.well(NAME, words(era.witness()) + since(era));
    }
    boolean isEarly = now.sinceBoot().minus(eras.getFirst().from()).compareTo(PATIENCE) < 0;
    return isEarly
        ? Check.well(NAME, "not known yet: " + doubt(eras, belief, now) + "; put right later")
        : Check.degraded(NAME, doubt(eras, belief, now), next(eras, belief, now));
  }

  private static String words(Witness witness) {
    return switch (witness) {
      case NOBODY -> "nobody vouches for it";
      case HAND -> "set by hand";
      case BATTERY -> "kept by a battery";
      case NETWORK -> "set by a time server";
    };
  }

  private static String since(Era era) {
    return ", undisturbed since " + second(era.wallAt(era.from()));
  }

  private static String doubt(List<Era> eras, Belief belief, Moment now) {
    String says = "; it says " + second(now.wall());
    String doubt =
        belief.isPlausible(now.wall())
            ? ""
            : ", which cannot be after what was known before, " + second(belief.earliest());
    return (eras.size() == 1
            ? "no time server reached since start"
            : "it was set, and no time server reached since")
        + says
        + doubt;
  }

  private static String next(List<Era> eras, Belief belief, Moment now) {
    Duration left = Belief.STANDING.minus(now.sinceBoot().minus(eras.getLast().from()));
    boolean isWaiting =
        eras.size() > 1
            && belief.isPlausible(now.wall())
            && eras.stream().noneMatch(era -> era.witness() == Witness.NETWORK);
    return isWaiting && left.isPositive()
        ? "if it is right, wait " + (left.toMinutes() + 1) + " min: then it is believed"
        : "readings are kept with the time since boot and put right later; connect the network, or"
            + " set the clock: timedatectl set-ntp false; timedatectl set-time"
            + " '2026-01-31 12:00:00'";
  }

  private static Instant second(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }
}
