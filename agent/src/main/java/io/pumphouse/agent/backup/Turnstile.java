package io.pumphouse.agent.backup;

import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RunOutcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one run through at a time, in the order they came: two heavy jobs at once would take twice
 * as long and disturb the bus. Thread-safe. There is at most one run of each job, so the queue is
 * as short as the list of jobs.
 */
final class Turnstile {
  private static final Logger LOG = LoggerFactory.getLogger(Turnstile.class);

  /** A tool is given ten seconds to stop, and systemd gives the agent thirty. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Runner runner;
  private final Map<String, LiveRun> active = new ConcurrentHashMap<>();
  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
  private final Barrier barrier = new Barrier();
  private volatile boolean isClosed;
  private final Thread thread = Thread.ofVirtual().name("backup").unstarted(this::work);

  Turnstile(Runner runner) {
    this.runner = runner;
  }

  void start() {
    thread.start();
  }

  /** False if a run of this job is there already. */
  boolean add(LiveRun live, BackupJob job) {
    boolean isFirst = active.compute(job.id(), (_, there) -> isFree(there) ? live : there) == live;
    if (isFirst) {
      queue.add(() -> survive(live, job));
    }
    return isFirst;
  }

  /** One that has ended is in nobody's way: whoever comes next waits in the queue behind it. */
  private static boolean isFree(@Nullable LiveRun there) { // null is how a map says none
    return there == null || there.now().state().isEnded();
  }

  /** The run of this job that works or waits. */
  Optional<LiveRun> of(String job) {
    return Optional.ofNullable(active.get(job)).filter(live -> !isFree(live));
  }

  /** The run as it stands now, if somebody works on it; else as it is. */
  JobRun newest(JobRun run) {
    return Optional.ofNullable(active.get(run.job()))
        .map(LiveRun::now)
        .filter(now -> now.id() == run.id())
        .orElse(run);
  }

  /** Something that no run of some jobs may overlap. */
  @FunctionalInterface
  interface Errand {
    JobAnswer run() throws IOException, InterruptedException;
  }

  /**
   * Does it in the turn of a run: at once, and runs of these jobs that begin meanwhile wait for its
   * end. Refused if one of them is under way or waits already, or another errand goes on.
   *
   * @param what goes on, for who comes meanwhile
   */
  JobAnswer between(String what, Predicate<String> jobs, Errand errand)
      throws IOException, InterruptedException {
    Optional<String> other = barrier.close(what, jobs);
    if (other.isPresent()) {
      return new JobAnswer.Refused(other.get() + " at this moment", "wait for its end");
    }
    try {
      Optional<String> busy = active.keySet().stream().filter(jobs).filter(this::isBusy).findAny();
      return busy.isPresent()
          ? new JobAnswer.Refused(
              busy.get() + " is running", "wait for its end, or pause or cancel it")
          : errand.run();
    } finally {
      barrier.open();
    }
  }

  private boolean isBusy(String job) {
    return of(job).isPresent();
  }

  /** Stops the running one, which is then interrupted, and starts no other. */
  void close() {
    active.values().forEach(live -> live.wish(LiveRun.Wish.CLOSE));
    isClosed = true;
    barrier.open();
    if (thread.getState() == Thread.State.NEW) {
      return;
    }
    queue.add(() -> {}); // wakes who waits for a run
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    try {
      while (!isClosed) {
        queue.take().run();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** A bug costs this run, and says so. */
  private void survive(LiveRun live, BackupJob job) {
    try {
      barrier.pass(job.id());
      if (live.wish() == LiveRun.Wish.GO_ON) {
        runner.run(live, job);
      } else if (live.wish() == LiveRun.Wish.CANCEL) {
        live.step(new RunEvent.Finished(RunOutcome.CANCELLED));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException bug) {
      LOG.error("run {} of {} failed", live.now().id(), job.id(), bug);
      live.say(false, "a fault of the agent: " + bug, "report this with the agent's log");
      live.step(new RunEvent.Finished(RunOutcome.FAILED));
    } finally {
      active.remove(job.id(), live);
    }
  }
}
