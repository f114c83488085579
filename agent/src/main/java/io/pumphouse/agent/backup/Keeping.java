package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.keep.Fate;
import io.pumphouse.agent.backup.keep.Policy;
import io.pumphouse.agent.backup.keep.Retention;
import io.pumphouse.agent.backup.medium.Deposit;
import io.pumphouse.agent.backup.medium.Deposits;
import io.pumphouse.agent.backup.medium.Identity;
import io.pumphouse.agent.backup.medium.Manifest;
import io.pumphouse.agent.backup.tool.Verdict;
import io.pumphouse.web.model.BackupFate;
import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobType;
import io.pumphouse.web.model.Media;
import io.pumphouse.web.model.RetentionPreview;
import io.pumphouse.web.model.StoredBackup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What lies where snapshots go. Thread-safe. */
final class Keeping implements Media {
  private final Site site;
  private final JobShelf shelf;

  Keeping(Site site, JobShelf shelf) {
    this.site = site;
    this.shelf = shelf;
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
          id + " has one copy, so there are no old ones", "use its tool to look at the copy");
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
      List<BackupFate> fates =
          retention.of(Deposits.in(folder)).stream().map(fate -> fate(fate, job.id())).toList();
      String held = site.trust().isSure() ? "" : "the clock is not known to be right yet";
      return new RetentionPreview.Foreseen(fates, held);
    } catch (IOException e) {
      return new RetentionPreview.Unknown(folder + ": " + e, "check the medium");
    }
  }

  private BackupFate fate(Fate fate, String medium) {
    return new BackupFate(stored(fate.deposit(), medium), fate.isKept(), fate.reasons());
  }

  private StoredBackup stored(Deposit deposit, String medium) {
    Manifest manifest = deposit.manifest();
    return new StoredBackup(
        medium + "." + deposit.stem(),
        medium,
        manifest.origin().job(),
        isOurs(manifest),
        manifest.taken(),
        deposit.verified(),
        manifest.bytes(),
        deposit.trouble());
  }

  private boolean isOurs(Manifest manifest) {
    try {
      return manifest.origin().agent().equals(Identity.of(site.data()));
    } catch (IOException _) {
      return false; // a run says what is wrong with it
    }
  }
}
