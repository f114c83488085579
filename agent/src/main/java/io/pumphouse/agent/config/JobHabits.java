package io.pumphouse.agent.config;

import io.pumphouse.web.model.Bandwidth;
import java.time.Duration;
import java.util.Map;

/**
 * How backup jobs are run in this house, where a job does not say otherwise itself. Immutable.
 *
 * @param bandwidth how fast jobs may copy; {@link Bandwidth#USUAL} leaves it to {@code jobs.yaml}
 * @param attempts how often one run tries what may heal by itself, 1 to 20
 * @param verification how sure of a copy each job makes at least
 * @param keep how many to keep of each kind, of snapshots; empty for everything
 * @param resume what becomes of runs that were under way when the agent stopped
 * @param networkCheck how often a run that waits for the network looks whether it is there
 * @param isNotifying whether notices are sent at all
 */
public record JobHabits(
    Bandwidth bandwidth,
    int attempts,
    Verification verification,
    Map<String, Integer> keep,
    Resume resume,
    Duration networkCheck,
    boolean isNotifying) {
  /** As long as nobody says anything. */
  public static final JobHabits USUAL =
      new JobHabits(
          Bandwidth.USUAL, 4, Verification.FAST, Map.of(), Resume.ASK, Duration.ofSeconds(5), true);

  public JobHabits {
    keep = Map.copyOf(keep);
  }

  /** How sure of a copy a job makes at least; it may do more, not less. */
  public enum Verification {
    /** Files of the same size and time count as equal. */
    FAST,
    /** Both sides are read before copying. */
    CHECKSUM,
    /** Both sides are read once more after copying, and compared. */
    VERIFY_AFTER
  }

  /** What becomes, at the start, of runs that were under way when the agent stopped. */
  public enum Resume {
    /** Every page asks. */
    ASK,
    /** They begin again. */
    INTERRUPTED,
    /** They begin again, and what somebody had paused goes on. */
    ALL
  }
}
