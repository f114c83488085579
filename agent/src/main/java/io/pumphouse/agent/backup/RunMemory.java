package io.pumphouse.agent.backup;

import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RunState;
import io.pumphouse.web.model.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Where runs are remembered. Thread-safe; each question goes to a disk. */
public interface RunMemory {
  /**
   * What is remembered of a job.
   *
   * @param latest its newest run
   * @param good when its newest good run began, or its first run if none was good
   * @param verified when its newest good run that was compared ended; empty if none was
   */
  record Past(JobRun latest, Instant good, List<Instant> verified) {
    public Past {
      verified = List.copyOf(verified);
    }
  }

  /**
   * How many runs of one day are in one state, and what they copied together.
   *
   * @param day its place among the days that were asked for, from 0
   */
  record Sum(int day, RunState state, int runs, long bytes) {}

  /**
   * Writes down that a run is to begin, before anything of it does; gives its number, or nothing if
   * the disk refuses, and then the run must not begin.
   */
  OptionalLong begin(JobRun draft);

  /** Writes down how a run stands; false if the disk refuses. */
  boolean note(JobRun run);

  /**
   * Writes down which process works for a run.
   *
   * @param startTicks when the kernel started it, which tells it from a later one of its number
   */
  void child(long run, int attempt, long pid, long startTicks);

  /** What is remembered of each job that ever ran, by its id. */
  Map<String, Past> pasts();

  /**
   * What became of the runs that began on each of these days.
   *
   * @param job of which job, empty for all
   */
  List<Sum> sums(String job, List<Span> days);

  /**
   * The newest runs, newest first.
   *
   * @param job of which job, empty for all
   * @param before only those with a smaller number
   */
  List<JobRun> runs(String job, long before, int most);

  /** One run; empty if there is none of that number. */
  Optional<JobRun> run(long id);

  /** The runs that have neither ended nor are paused. */
  List<JobRun> unfinished();

  /** The interrupted runs that nobody dismissed, oldest first. */
  List<JobRun> interrupted();

  /** What people should find among the events. */
  enum Deed {
    /** A backup was deleted. */
    DELETED,
    /** A medium may be pulled. */
    EJECTED
  }

  /** Writes down what was done to backups; soon on the disk. Never throws. */
  void tell(Deed deed, String text);

  /** Nobody wants to see these interrupted runs any more. */
  boolean dismiss(List<Long> runs);
}
