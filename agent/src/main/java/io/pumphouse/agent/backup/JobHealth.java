package io.pumphouse.agent.backup;

import io.pumphouse.web.model.BackupGlance;
import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.JobCard;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the backups stand, in one line. Pure. */
final class JobHealth {
  private JobHealth() {}

  /** The first job that failed or is overdue, or that all is well. */
  static Check of(List<JobCard> cards) {
    if (cards.isEmpty()) {
      return Check.well(Standing.NAME, "no jobs");
    }
    Optional<JobCard> failed = cards.stream().filter(JobHealth::hasFailed).findFirst();
    if (failed.isPresent()) {
      JobRun run = failed.get().latest().getFirst();
      return Check.degraded(
          Standing.NAME, run.job() + " " + run.state().word() + ": " + run.cause(), run.next());
    }
    return cards.stream()
        .filter(JobCard::isOverdue)
        .findFirst()
        .map(card -> Check.degraded(Standing.NAME, card.job().id() + " is overdue", why(card)))
        .orElseGet(() -> Check.well(Standing.NAME, cards.size() + " jobs"));
  }

  /** The same in numbers. */
  static BackupGlance glance(List<JobCard> cards) {
    return new BackupGlance(
        cards.size(),
        (int) cards.stream().filter(JobCard::isOverdue).count(),
        (int) cards.stream().filter(JobHealth::hasFailed).count(),
        0,
        cards.stream()
            .flatMap(card -> card.verified().stream())
            .max(Comparator.naturalOrder())
            .stream()
            .toList(),
        cards.stream().flatMap(JobHealth::next).min(Comparator.naturalOrder()).stream().toList());
  }

  private static Stream<Instant> next(JobCard card) {
    return card.next() instanceof JobCard.Next.At(var when) ? Stream.of(when) : Stream.empty();
  }

  private static boolean hasFailed(JobCard card) {
    return card.latest().stream()
        .anyMatch(run -> run.state().equals(new RunState.Ended(RunOutcome.FAILED)));
  }

  private static String why(JobCard card) {
    return card.latest().stream()
        .map(JobRun::next)
        .filter(next -> !next.isEmpty())
        .findFirst()
        .orElse("start it: pumphouse jobs start " + card.job().id());
  }
}
