package io.pumphouse.agent.config;

import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.Bandwidth;
import java.util.List;

/** How reading {@code jobs.yaml} ended. Immutable. */
public sealed interface JobsLoaded {
  /** As without a file. */
  JobsLoaded NONE = new Valid(List.of(), Bandwidth.USUAL);

  /**
   * The file is right from the first line to the last; without a file there are no jobs.
   *
   * @param bandwidth of jobs that have none of their own
   */
  record Valid(List<BackupJob> jobs, Bandwidth bandwidth) implements JobsLoaded {
    public Valid {
      jobs = List.copyOf(jobs);
    }
  }

  /** The file cannot be used, and every reason why. */
  record Wrong(List<Problem> problems) implements JobsLoaded {
    public Wrong {
      problems = List.copyOf(problems);
    }
  }
}
