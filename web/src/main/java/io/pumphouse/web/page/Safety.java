package io.pumphouse.web.page;

import io.pumphouse.web.model.BackupGlance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whether the readings are safe, in one look. Public because compiled templates live in a package
 * of their own.
 *
 * @param isAny whether there is any backup job
 * @param facts when it was last verified, when it runs next, how many are overdue or failed
 */
public record Safety(boolean isAny, List<Fact> facts) {
  public Safety {
    facts = List.copyOf(facts);
  }

  /** One of them; bad where somebody should look. */
  public record Fact(String label, String figure, boolean isBad) {}

  static Safety of(Tongue tongue, BackupGlance glance, Instant now) {
    return new Safety(
        glance.jobs() > 0,
        List.of(
            new Fact(
                tongue.say("stat.verified"),
                glance.verified().stream()
                    .map(at -> Age.coarse(tongue, Duration.between(at, now)))
                    .findFirst()
                    .orElseGet(() -> tongue.say("stat.never")),
                glance.verified().isEmpty()),
            new Fact(tongue.say("stat.next"), next(tongue, glance, now), false),
            count(tongue, "stat.overdue", glance.overdue()),
            count(tongue, "safety.failed", glance.failed())));
  }

  private static String next(Tongue tongue, BackupGlance glance, Instant now) {
    return glance.next().stream()
        .map(
            at ->
                at.isAfter(now)
                    ? tongue.say("stat.in", Age.exact(Duration.between(now, at)))
                    : tongue.say("stat.soon"))
        .findFirst()
        .orElseGet(() -> tongue.say("stat.none-planned"));
  }

  private static Fact count(Tongue tongue, String key, int count) {
    return new Fact(tongue.say(key), String.valueOf(count), count > 0);
  }
}
