package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.keep.Fate;
import io.pumphouse.agent.backup.keep.Policy;
import io.pumphouse.agent.backup.keep.Retention;
import io.pumphouse.agent.backup.medium.Deposits;
import io.pumphouse.agent.backup.tool.Verdict;
import io.pumphouse.web.model.BackupFate;
import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobCard;
import io.pumphouse.web.model.JobType;
import io.pumphouse.web.model.RetentionPreview;
import io.pumphouse.web.model.RetentionPreview.Unknown;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the next good run of a job would delete, its own new backup counted: that one may push an
 * older one out. Thread-safe; reads the medium each time, and changes nothing there.
 */
final class Foresight {
  private final Site site;
  private final Standing standing;
  private final Places places;

  Foresight(Site site, Standing standing, Places places) {
    this.site = site;
    this.standing = standing;
    this.places = places;
  }

  RetentionPreview of(String id) {
    return standing.card(id).map(card -> of(card, policy(card.job()))).orElse(none(id));
  }

  /** What it is told, or else all of them. */
  private Policy policy(BackupJob job) {
    return new Policy(Filled.keep(job, site.habits().get()));
  }

  /** As if the job were told to keep so many. */
  RetentionPreview of(String id, Policy policy) {
    Optional<Policy.Fault> fault = policy.fault(true);
    return fault.isPresent()
        ? new Unknown(
            fault.get().key() + " says " + fault.get().found(),
            "it may say: " + fault.get().accepted())
        : standing.card(id).map(card -> of(card, policy)).orElse(none(id));
  }

  private static RetentionPreview none(String id) {
    JobAnswer.Refused none = Definitions.noJob(id);
    return new Unknown(none.cause(), none.next());
  }

  private RetentionPreview of(JobCard card, Policy policy) {
    BackupJob job = card.job();
    if (!(job.type() instanceof JobType.Snapshot(var folder))) {
      return new Unknown(
          job.id() + " makes no snapshots, so there are no old ones",
          "use its tool to look at the copy");
    }
    Verdict there = site.surroundings().guard().check(job);
    return there.kind() == Verdict.Kind.GOOD
        ? of(card, policy, Path.of(folder))
        : new Unknown(there.cause(), there.next());
  }

  private RetentionPreview of(JobCard card, Policy policy, Path folder) {
    Instant run = next(card);
    try {
      Retention retention = new Retention(policy, site.origin(card.job().id()), site.zone(), run);
      String medium = places.idOf(folder);
      List<BackupFate> fates =
          retention.afterOneMore(Deposits.in(folder)).stream()
              .map(fate -> fate(fate, medium))
              .toList();
      String held = site.trust().isSure() ? "" : "the clock is not known to be right yet";
      return new RetentionPreview.Foreseen(fates, run, held);
    } catch (IOException e) {
      return new Unknown(folder + ": " + e, "check the medium");
    }
  }

  /** Now, where nothing is planned or it is about to begin. */
  private Instant next(JobCard card) {
    Instant now = site.time().wall();
    return card.next() instanceof JobCard.Next.At(var when) && when.isAfter(now) ? when : now;
  }

  private BackupFate fate(Fate fate, String medium) {
    return new BackupFate(places.stored(fate.deposit(), medium), fate.isKept(), fate.reasons());
  }
}
