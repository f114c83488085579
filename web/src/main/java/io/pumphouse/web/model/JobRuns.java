package io.pumphouse.web.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The runs of backup jobs. Thread-safe; everything but {@link #pause} and {@link #cancel} may read
 * or write a disk or wait for a tool: ask on a thread that may wait.
 */
public interface JobRuns {
  /** The most runs that one answer has. */
  int MOST = 1_000;

  /** Runs a job as soon as nothing else does. */
  JobAnswer start(String job, String who);

  /** Stops the tool so that the run can go on later. */
  JobAnswer pause(String job);

  /** Goes on with the paused run. */
  JobAnswer resume(String job);

  /** Ends the run; what is copied stays. */
  JobAnswer cancel(String job);

  /** Says what a run would do now, without doing it. */
  JobAnswer dryRun(String job);

  /** Says whether the destination could be written to now. */
  JobAnswer testDestination(String job);

  /**
   * Runs, newest first; also those of jobs that are deleted.
   *
   * @param job of which job, empty for all
   * @param before only those with a smaller number, for the next page
   * @param most at most so many, 1 to {@value #MOST}
   */
  List<JobRun> runs(String job, long before, int most);

  /** One run; empty if there is none of that number. */
  Optional<JobRun> run(long id);

  /** The file with what was done and said in a run; empty if it is gone. */
  Optional<Path> log(JobRun run);

  /** Who is told how runs go, on threads that must not wait. */
  @FunctionalInterface
  interface Listener {
    /** How a run stands now; an ended one is told once. */
    void hear(JobRun run);
  }
}
