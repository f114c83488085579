package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.RunEvent.PauseAsked;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.JobProgress;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.JobRuns;
import io.pumphouse.web.model.RunState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A run that somebody works on or waits to. Its progress lives here only; the memory is told when
 * its state changes. Thread-safe.
 */
final class LiveRun {
  /** What people want of it. */
  enum Wish {
    GO_ON,
    PAUSE,
    CANCEL,
    /** The agent ends. */
    CLOSE
  }

  private final RunMemory memory;
  private final TimeSource time;
  private final JobRuns.Listener listener;
  private JobRun run;
  private Wish wish = Wish.GO_ON;

  LiveRun(JobRun run, RunMemory memory, TimeSource time, JobRuns.Listener listener) {
    this.run = run;
    this.listener = listener;
    this.memory = memory;
    this.time = time;
  }

  synchronized JobRun now() {
    return run;
  }

  synchronized Wish wish() {
    return wish;
  }

  /** Whether the wish can still be granted. */
  synchronized boolean wish(Wish wanted) {
    boolean isPossible = !run.state().isEnded() && (wanted != Wish.PAUSE || step(new PauseAsked()));
    if (isPossible && wish != Wish.CLOSE) {
      wish = wanted;
      notifyAll();
    }
    return isPossible;
  }

  /** Waits, unless somebody wishes something first; whether nobody did. */
  synchronized boolean rest(Duration most) throws InterruptedException {
    if (wish == Wish.GO_ON) {
      TimeUnit.NANOSECONDS.timedWait(this, most.toNanos());
    }
    return wish == Wish.GO_ON;
  }

  /** What happened; false if it cannot happen to a run in this state. */
  synchronized boolean step(RunEvent event) {
    Optional<RunState> next = RunSteps.next(run.state(), event);
    boolean isWorthWriting = next.isPresent() && !next.get().word().equals(run.state().word());
    next.ifPresent(state -> run = run.in(state, time.wall()));
    if (isWorthWriting) {
      memory.note(run);
    }
    if (next.isPresent()) {
      listener.hear(run);
    }
    return next.isPresent();
  }

  synchronized void attempt() {
    run = run.again();
  }

  synchronized void progress(JobProgress soFar) {
    run = run.with(soFar);
    listener.hear(run);
  }

  synchronized void say(boolean isVerified, String cause, String next) {
    run = run.saying(isVerified, cause, next);
  }
}
