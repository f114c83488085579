package io.pumphouse.web.model;

/**
 * Everything about backups. Asking for one of these may make what stands behind it, which an agent
 * without jobs never does. Thread-safe.
 */
public interface Backups {
  /** What jobs there are. */
  Jobs jobs();

  /** What became of them. */
  JobRuns runs();

  /** What the end of an earlier agent interrupted. */
  JobRecovery recovery();

  /** What lies on the media that jobs write to. */
  Media media();

  /** What became of them over time. */
  JobHistory history();

  /** How they stand, at most half a minute old; quick, and never makes what stands behind it. */
  BackupGlance glance();

  /** Who is told of runs, elsewhere. */
  Notices notices();

  /** Tells the listener how runs go; see {@link JobRuns.Listener}. */
  LiveReadings.Subscription subscribe(JobRuns.Listener listener);
}
