package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.keep.Fate;
import io.pumphouse.agent.backup.keep.Policy;
import io.pumphouse.agent.backup.keep.Retention;
import io.pumphouse.agent.backup.medium.Deposit;
import io.pumphouse.agent.backup.medium.Deposits;
import io.pumphouse.agent.backup.medium.Manifest;
import io.pumphouse.agent.backup.tool.Verdict;
import io.pumphouse.web.model.BackupFate;
import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.Chore;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobType;
import io.pumphouse.web.model.Media;
import io.pumphouse.web.model.Medium;
import io.pumphouse.web.model.Restoring;
import io.pumphouse.web.model.RetentionPreview;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What lies where snapshots go, as people see it and handle it. Thread-safe. */
final class Keeping implements Media {
  private final Site site;
  private final JobShelf shelf;
  private final Places places;
  private final Chores chores;
  private final Handling handling;
  private final Ejecting ejecting;

  Keeping(Site site, JobShelf shelf, Turnstile turnstile, List<SnapshotSource> sources) {
    this.site = site;
    this.shelf = shelf;
    this.places = new Places(site, shelf);
    this.chores = new Chores(turnstile, site.time());
    this.handling = new Handling(site, places, chores, sources);
    this.ejecting = new Ejecting(site, places, chores);
  }

  @Override
  public List<Medium> media() {
    return places.media();
  }

  @Override
  public JobAnswer verify(String backup) {
    return handling.verify(backup);
  }

  @Override
  public JobAnswer delete(String backup, boolean isForced, String who) {
    return handling.delete(backup, isForced, who);
  }

  @Override
  public JobAnswer restore(String backup) {
    return handling.restore(backup);
  }

  @Override
  public Restoring restoring() {
    return handling.restoring();
  }

  @Override
  public Optional<Chore> chore() {
    return chores.newest();
  }

  @Override
  public JobAnswer withdrawRestore() {
    return handling.withdraw();
  }

  @Override
  public List<Path> files(String backup) {
    return handling.files(backup);
  }

  @Override
  public JobAnswer eject(String medium, String who) {
    return ejecting.eject(medium, who);
  }

  @Override
  public RetentionPreview retentionPreview(String id) {
    Optional<BackupJob> job = shelf.job(id);
    if (job.isEmpty()) {
      JobAnswer.Refused none = Definitions.noJob(id);
      return new RetentionPreview.Unknown(none.cause(), none.next());
    }
    if (!(job.get().type() instanceof JobType.Snapshot(var folder))) {
      return new RetentionPreview.Unknown(
          id + " makes no snapshots, so there are no old ones", "use its tool to look at the copy");
    }
    Verdict there = site.surroundings().guard().check(job.get());
    return there.kind() == Verdict.Kind.GOOD
        ? preview(job.get(), Path.of(folder))
        : new RetentionPreview.Unknown(there.cause(), there.next());
  }

  private RetentionPreview preview(BackupJob job, Path folder) {
    Policy policy = new Policy(job.keep());
    try {
      Manifest.Origin origin = site.origin(job.id());
      Retention retention = new Retention(policy, origin, site.zone(), site.time().wall());
      List<Deposit> deposits = Deposits.in(folder);
      String medium = places.idOf(folder);
      List<BackupFate> fates =
          retention.of(deposits).stream().map(fate -> fate(fate, medium)).toList();
      String held = site.trust().isSure() ? "" : "the clock is not known to be right yet";
      return new RetentionPreview.Foreseen(fates, held);
    } catch (IOException e) {
      return new RetentionPreview.Unknown(folder + ": " + e, "check the medium");
    }
  }

  private BackupFate fate(Fate fate, String medium) {
    return new BackupFate(places.stored(fate.deposit(), medium), fate.isKept(), fate.reasons());
  }
}
