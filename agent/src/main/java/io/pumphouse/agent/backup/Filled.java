package io.pumphouse.agent.backup;

import io.pumphouse.agent.config.JobHabits;
import io.pumphouse.agent.config.JobHabits.Verification;
import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.Bandwidth;
import io.pumphouse.web.model.JobType;
import io.pumphouse.web.model.JobType.Copying;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A job with what holds in this house where it says nothing itself. Pure. */
final class Filled {
  private static final String CHECKSUM = "--checksum";

  private Filled() {}

  /**
   * The job as it is run.
   *
   * @param ofFile what {@code jobs.yaml} says of all jobs; the settings win over it
   */
  static BackupJob of(BackupJob job, JobHabits habits, Bandwidth ofFile) {
    return new BackupJob(
        job.id(),
        job.name(),
        type(job.type(), habits.verification()),
        job.timing(),
        job.isEnabled(),
        job.jitter(),
        job.bandwidth().or(habits.bandwidth().or(ofFile)),
        job.attempts() == BackupJob.USUAL_ATTEMPTS ? habits.attempts() : job.attempts(),
        job.maySameDisk(),
        job.marker(),
        keep(job, habits));
  }

  /** What it keeps. Only snapshots lie beside each other. */
  static Map<String, Integer> keep(BackupJob job, JobHabits habits) {
    boolean isOwn = !job.keep().isEmpty() || !(job.type() instanceof JobType.Snapshot);
    return isOwn ? job.keep() : habits.keep();
  }

  private static JobType type(JobType type, Verification least) {
    return switch (type) {
      case JobType.Snapshot _, JobType.Drill _ -> type;
      case JobType.Rsync(var from, var to, var how) ->
          new JobType.Rsync(from, to, with(how, least));
      case JobType.Rclone(var from, var to, var how) ->
          new JobType.Rclone(from, to, with(how, least));
    };
  }

  private static Copying with(Copying how, Verification least) {
    List<String> flags = new ArrayList<>(how.flags());
    if (least == Verification.CHECKSUM && !flags.contains(CHECKSUM)) {
      flags.add(CHECKSUM);
    }
    return new Copying(
        how.isMirror(),
        how.isVerified() || least == Verification.VERIFY_AFTER,
        how.isMove(),
        flags,
        how.sshPort(),
        how.sshIdentity(),
        how.sshKnownHosts(),
        how.passwordFile(),
        how.rcloneConfig());
  }
}
