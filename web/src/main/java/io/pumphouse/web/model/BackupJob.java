package io.pumphouse.web.model;

import java.time.Duration;
import java.util.Map;

/**
 * A backup job as its owner defined it; what became of it is in its runs. Immutable.
 *
 * @param id names it in files and addresses: lower-case letters, digits, hyphens
 * @param name what people call it
 * @param isEnabled whether it runs by its timing; anybody can start it all the same
 * @param jitter a start by the calendar comes later by up to this, ever the same for one job
 * @param bandwidth how fast it may copy
 * @param attempts how often one run tries what may heal by itself, from 1; or {@link
 *     #USUAL_ATTEMPTS}
 * @param maySameDisk whether the destination may lie on the disk that the machine runs from
 * @param marker what the file {@code .pumphouse-destination} there must hold; empty for no such
 *     file
 * @param keep how many to keep of each kind: {@code last}, {@code hourly}, {@code daily}, {@code
 *     weekly}, {@code monthly}, {@code yearly}
 */
public record BackupJob(
    String id,
    String name,
    JobType type,
    JobTiming timing,
    boolean isEnabled,
    Duration jitter,
    Bandwidth bandwidth,
    int attempts,
    boolean maySameDisk,
    String marker,
    Map<String, Integer> keep) {
  /** Nothing said: what is set for all jobs holds. */
  public static final int USUAL_ATTEMPTS = 0;

  public BackupJob {
    keep = Map.copyOf(keep);
  }

  /** Whether what was compared and found equal is then deleted at the source. */
  public boolean isMove() {
    return switch (type) {
      case JobType.Snapshot _, JobType.Drill _ -> false;
      case JobType.Rsync(_, _, var how) -> how.isMove();
      case JobType.Rclone(_, _, var how) -> how.isMove();
    };
  }
}
