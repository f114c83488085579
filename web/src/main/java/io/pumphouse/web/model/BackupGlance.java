package io.pumphouse.web.model;

import java.time.Instant;
import java.util.List;

/**
 * How the backups stand, in one look. Immutable.
 *
 * @param jobs how many there are
 * @param overdue how many of them are
 * @param failed how many of them failed when they ran last
 * @param interrupted how many runs an earlier agent left that nobody has decided about
 * @param verified when the newest backup that was compared or read back was finished; empty if none
 *     ever was
 * @param next when the next job runs by itself; empty if none does
 */
public record BackupGlance(
    int jobs,
    int overdue,
    int failed,
    int interrupted,
    List<Instant> verified,
    List<Instant> next) {
  /** No jobs. */
  public static final BackupGlance NONE = new BackupGlance(0, 0, 0, 0, List.of(), List.of());

  public BackupGlance {
    verified = List.copyOf(verified);
    next = List.copyOf(next);
  }

  /** The same, with so many runs to decide about. */
  public BackupGlance withInterrupted(int runs) {
    return new BackupGlance(jobs, overdue, failed, runs, verified, next);
  }
}
