package io.pumphouse.agent.backup;

import io.pumphouse.agent.clock.Trust;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.JobCard.Next;
import io.pumphouse.web.model.JobTiming;
import io.pumphouse.web.model.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a job's timing comes to, given what became of it so far. What was missed while the agent was
 * off, or its clock wrong, is made up for once. Thread-safe.
 */
final class Plan {
  private final Timetable timetable;
  private final Trust trust;
  private final TimeSource time;
  private final long bornNanos;

  Plan(Timetable timetable, Trust trust, TimeSource time) {
    this.timetable = timetable;
    this.trust = trust;
    this.time = time;
    this.bornNanos = time.nanos();
  }

  /**
   * Whether the job is to be started now; never while it runs or is paused, or the clock is not
   * sure.
   *
   * @param past what is remembered of it; nothing before its first run
   */
  boolean isDue(BackupJob job, List<RunMemory.Past> past) {
    boolean isFree = past.stream().allMatch(it -> it.latest().state().isEnded());
    return job.isEnabled()
        && isFree
        && trust.isSure()
        && planned(job, past).filter(at -> !at.isAfter(time.wall())).isPresent();
  }

  /** A job that has never run: an interval begins with a run, a calendar waits for its time. */
  private Optional<Instant> planned(BackupJob job, List<RunMemory.Past> past) {
    if (past.isEmpty()) {
      return job.timing() instanceof JobTiming.Every
          ? Optional.of(born())
          : timetable.next(job, born());
    }
    return timetable.next(job, past.getFirst().latest().began());
  }

  /** By the clock that does not jump, so that a clock set right moves it too. */
  private Instant born() {
    return time.wall().minusNanos(time.nanos() - bornNanos);
  }

  /** When the job runs next by itself. */
  Next next(BackupJob job, List<RunMemory.Past> past) {
    if (job.timing() instanceof JobTiming.OnDemand) {
      return new Next.NotPlanned("only on demand");
    }
    if (!job.isEnabled()) {
      return new Next.NotPlanned("disabled");
    }
    if (!trust.isSure()) {
      return new Next.NotPlanned("the clock is not known to be right yet");
    }
    if (past.stream().anyMatch(it -> it.latest().state() instanceof RunState.Paused)) {
      return new Next.NotPlanned("paused");
    }
    return planned(job, past)
        .<Next>map(Next.At::new)
        .orElseGet(() -> new Next.NotPlanned("its calendar has no such day"));
  }

  /** Without a good run yet, it counts from its first try. */
  boolean isOverdue(BackupJob job, List<RunMemory.Past> past) {
    Instant good = past.isEmpty() ? born() : past.getFirst().good();
    return job.isEnabled() && trust.isSure() && timetable.isOverdue(job, good, time.wall());
  }
}
