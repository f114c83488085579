package io.pumphouse.web.model;

import java.util.List;

/**
 * The runs that the end of the agent or of the machine interrupted. Thread-safe; reads and writes
 * the disk.
 */
public interface JobRecovery {
  /** Those that nobody has decided about yet, oldest first. */
  List<JobRun> interrupted();

  /** Runs the jobs of these runs again; what was finished is not copied again. */
  List<JobAnswer> resume(List<Long> runs, String who);

  /** Takes these runs off the list, and changes nothing else. */
  JobAnswer dismiss(List<Long> runs);
}
