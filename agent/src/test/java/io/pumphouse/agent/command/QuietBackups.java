package io.pumphouse.agent.command;

import io.pumphouse.web.model.BackupGlance;
import io.pumphouse.web.model.Backups;
import io.pumphouse.web.model.JobHistory;
import io.pumphouse.web.model.JobRecovery;
import io.pumphouse.web.model.JobRuns;
import io.pumphouse.web.model.Jobs;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.Media;
import io.pumphouse.web.model.Notices;

/** No backup jobs, and nobody who would make one. */
final class QuietBackups implements Backups {
  @Override
  public Jobs jobs() {
    throw new IllegalStateException("nobody asks for jobs here");
  }

  @Override
  public JobRuns runs() {
    throw new IllegalStateException("nobody asks for runs here");
  }

  @Override
  public JobRecovery recovery() {
    throw new IllegalStateException("nobody asks for recovery here");
  }

  @Override
  public Media media() {
    throw new IllegalStateException("nobody asks for media here");
  }

  @Override
  public JobHistory history() {
    throw new IllegalStateException("nobody asks for history here");
  }

  @Override
  public BackupGlance glance() {
    return BackupGlance.NONE;
  }

  @Override
  public Notices notices() {
    throw new IllegalStateException("nobody asks for notices here");
  }

  @Override
  public LiveReadings.Subscription subscribe(JobRuns.Listener listener) {
    return () -> {};
  }
}
