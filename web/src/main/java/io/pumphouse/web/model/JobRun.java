package io.pumphouse.web.model;

import java.time.Instant;

/**
 * One run of a job, through all its attempts. Immutable.
 *
 * @param id its number, unique on this machine for ever
 * @param job the id of the job, which may be deleted meanwhile
 * @param reason who or what started it: a user, {@code schedule}, {@code recovery}
 * @param began when it was asked for
 * @param changed when it came to its state
 * @param attempts how often the tool was started, 0 before the first time
 * @param isVerified whether the copy was compared with its source, or read back
 * @param cause what went wrong or needs a look; empty if nothing did
 * @param next what to do about it; empty if nothing need be done
 * @param log the name of the run log in {@code runs/}
 */
public record JobRun(
    long id,
    String job,
    String reason,
    RunState state,
    Instant began,
    Instant changed,
    int attempts,
    JobProgress progress,
    boolean isVerified,
    String cause,
    String next,
    String log) {

  /** What the log of a run is called. */
  public static String logName(String job, long id) {
    return job + "-" + id + ".log";
  }

  /** The same run, once it has its number. */
  public JobRun numbered(long number) {
    return new JobRun(
        number,
        job,
        reason,
        state,
        began,
        changed,
        attempts,
        progress,
        isVerified,
        cause,
        next,
        logName(job, number));
  }

  /** The same run in another state. */
  public JobRun in(RunState now, Instant at) {
    return new JobRun(
        id, job, reason, now, began, at, attempts, progress, isVerified, cause, next, log);
  }

  /** The same run so far. */
  public JobRun with(JobProgress soFar) {
    return new JobRun(
        id, job, reason, state, began, changed, attempts, soFar, isVerified, cause, next, log);
  }

  /** The same run, one attempt later. */
  public JobRun again() {
    return new JobRun(
        id,
        job,
        reason,
        state,
        began,
        changed,
        attempts + 1,
        progress,
        isVerified,
        cause,
        next,
        log);
  }

  /** The same run and what is to be said about it. */
  public JobRun saying(boolean verified, String why, String whatNow) {
    return new JobRun(
        id, job, reason, state, began, changed, attempts, progress, verified, why, whatNow, log);
  }
}
