package io.pumphouse.web.backup;

import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.Backups;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.RunState;
import java.util.Locale;
import java.util.Map;

/**
 * What can be ordered about a job with one press. Public because compiled templates live in a
 * package of their own.
 */
public enum JobOrder {
  START,
  RESUME,
  PAUSE,
  CANCEL,
  DRY_RUN,
  TEST_DESTINATION,
  ENABLE,
  DISABLE,
  DUPLICATE,
  DELETE;

  /** The word in addresses and texts: {@code dry-run}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it changes what is copied where or whether, which is for the owner. */
  public boolean isForOwners() {
    return switch (this) {
      case START, RESUME, PAUSE, CANCEL, DRY_RUN, TEST_DESTINATION -> false;
      case ENABLE, DISABLE, DUPLICATE, DELETE -> true;
    };
  }

  /** Whether somebody is asked once more first. */
  public boolean isAskedTwice() {
    return this == DELETE;
  }

  /** Whether it makes sense for this job whose newest run, if there is one, is in this state. */
  boolean suits(BackupJob job, RunState state) {
    boolean isUnderWay = !state.isEnded();
    boolean isPaused = state instanceof RunState.Paused;
    return switch (this) {
      case START, DRY_RUN, TEST_DESTINATION, DELETE -> !isUnderWay;
      case RESUME -> isPaused;
      case PAUSE -> state instanceof RunState.Pending || state instanceof RunState.Running;
      case CANCEL -> isUnderWay;
      case ENABLE -> !job.isEnabled();
      case DISABLE -> job.isEnabled();
      case DUPLICATE -> true;
    };
  }

  /** Gives the order. */
  JobAnswer carryOut(Backups backups, String job, String who) {
    return switch (this) {
      case START -> backups.runs().start(job, who);
      case RESUME -> backups.runs().resume(job);
      case PAUSE -> backups.runs().pause(job);
      case CANCEL -> backups.runs().cancel(job);
      case DRY_RUN -> backups.runs().dryRun(job);
      case TEST_DESTINATION -> backups.runs().testDestination(job);
      case ENABLE -> backups.jobs().edit(job, Map.of("enabled", "yes"));
      case DISABLE -> backups.jobs().edit(job, Map.of("enabled", "no"));
      case DUPLICATE -> backups.jobs().duplicate(job, copyOf(backups, job));
      case DELETE -> backups.jobs().delete(job);
    };
  }

  /** The first of {@code x-copy}, {@code x-copy-2}, … that no job is called. */
  private static String copyOf(Backups backups, String job) {
    String stem = job.substring(0, Math.min(job.length(), 38)) + "-copy";
    String copy = stem;
    for (int number = 2; backups.jobs().job(copy).isPresent(); number++) {
      copy = stem + "-" + number;
    }
    return copy;
  }
}
