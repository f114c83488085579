package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.tool.Place;
import io.pumphouse.agent.backup.tool.Verdict;
import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.JobProgress;
import io.pumphouse.web.model.JobType;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Takes a run through its attempts to its outcome. Confined to one thread. */
final class Runner {
  private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(1);

  private static final Duration NETWORK_PATIENCE = Duration.ofHours(1);

  private final Site site;
  private final List<SnapshotSource> sources;
  private final RandomGenerator chance;

  Runner(Site site, List<SnapshotSource> sources, RandomGenerator chance) {
    this.site = site;
    this.sources = List.copyOf(sources);
    this.chance = chance;
  }

  /** Runs it until it has ended or is paused. */
  void run(LiveRun live, BackupJob job) throws InterruptedException {
    RunLog log = site.log(live.now().log());
    Result result = attempt(live, job, log);
    for (int tried = 1;
        result.verdict().kind() == Verdict.Kind.TRANSIENT
            && tried < job.attempts()
            && live.rest(backOff(tried));
        tried++) {
      log.add("again after: " + result.verdict().cause());
      result = attempt(live, job, log);
    }
    finish(live, result, log);
    OldLogs.trim(site.logs(), job.id());
  }

  private Result attempt(LiveRun live, BackupJob job, RunLog log) throws InterruptedException {
    Verdict before = before(live, job, log);
    if (before.kind() != Verdict.Kind.GOOD) {
      return Result.unverified(before);
    }
    live.attempt();
    Result result = by(job.type(), new Work(job, live, log, site));
    Verdict after = guard().check(job);
    boolean isLost =
        after.kind() != Verdict.Kind.GOOD && result.verdict().kind() != Verdict.Kind.STOPPED;
    return isLost ? Result.unverified(Work.lost(after)) : result;
  }

  private DestinationGuard guard() {
    return site.surroundings().guard();
  }

  /** What stands in the way of an attempt; for the network it waits, which costs no attempt. */
  private Verdict before(LiveRun live, BackupJob job, RunLog log) throws InterruptedException {
    Optional<Verdict> exposed = Secrets.exposed(job.type());
    if (exposed.isPresent()) {
      return exposed.get();
    }
    return isLocal(job.type()) || hasNetwork(live, log)
        ? guard().check(job)
        : new Verdict(Verdict.Kind.STOPPED, "there is no network", "check cable and router");
  }

  private static boolean isLocal(JobType type) {
    return switch (type) {
      case JobType.Snapshot _, JobType.Drill _ -> true;
      case JobType.Rsync(var from, var to, _) -> isFolder(from) && isFolder(to);
      case JobType.Rclone(var from, var to, _) -> isFolder(from) && isFolder(to);
    };
  }

  private static boolean isFolder(String place) {
    return Place.of(place) instanceof Place.Folder;
  }

  private boolean hasNetwork(LiveRun live, RunLog log) throws InterruptedException {
    long began = site.time().nanos();
    while (!site.surroundings().network().getAsBoolean()) {
      log.add("waiting for the network");
      boolean isPatient = site.time().nanos() - began < NETWORK_PATIENCE.toNanos();
      if (!isPatient || !live.rest(site.habits().get().networkCheck())) {
        return false;
      }
    }
    return true;
  }

  private Result by(JobType type, Work work) throws InterruptedException {
    return switch (type) {
      case JobType.Snapshot(var to) -> {
        Verdict verdict = new Snapshot(work, sources).run(Path.of(to));
        boolean isVerified = verdict.kind() == Verdict.Kind.GOOD;
        yield new Result(isVerified ? new Pruning(work).run(Path.of(to)) : verdict, isVerified);
      }
      case JobType.Drill(var from) -> {
        Verdict verdict = new Drilling(work).run(Path.of(from));
        yield new Result(verdict, verdict.kind() == Verdict.Kind.GOOD);
      }
      case JobType.Rsync rsync -> new RsyncCopy(rsync, new TreeCopy(work)).run();
      case JobType.Rclone rclone -> new RcloneCopy(rclone, new TreeCopy(work)).run();
    };
  }

  private Duration backOff(int tried) {
    Duration doubled = site.surroundings().backOff().multipliedBy(1L << Math.min(tried - 1, 10));
    long millis = Math.min(doubled.toMillis(), LONGEST_BACK_OFF.toMillis());
    return Duration.ofMillis(millis / 2 + chance.nextLong(millis / 2 + 1));
  }

  private static void finish(LiveRun live, Result result, RunLog log) {
    Verdict verdict = result.verdict();
    boolean isPaused =
        live.wish() == LiveRun.Wish.PAUSE
            && !verdict.isCopied()
            && (live.now().state() instanceof RunState.Paused || live.step(new RunEvent.Stopped()));
    if (isPaused) {
      log.add("paused; finished files are not copied again");
      return;
    }
    if (verdict.isCopied()) {
      live.progress(whole(live.now().progress()));
    }
    RunOutcome outcome = outcome(verdict, live.wish());
    live.say(result.isVerified(), cause(verdict, outcome), verdict.next());
    log.add(outcome.word() + (verdict.cause().isEmpty() ? "" : ": " + verdict.cause()));
    live.step(new RunEvent.Finished(outcome));
  }

  private static JobProgress whole(JobProgress soFar) {
    long bytes = Math.max(soFar.bytes(), soFar.totalBytes());
    return new JobProgress(100, bytes, bytes, soFar.speed(), 0);
  }

  private static RunOutcome outcome(Verdict verdict, LiveRun.Wish wish) {
    return switch (verdict.kind()) {
      case GOOD -> RunOutcome.SUCCEEDED;
      case WARNING -> RunOutcome.WARNED;
      case ABSENT -> RunOutcome.SKIPPED;
      case TRANSIENT, FAILURE, STOPPED ->
          switch (wish) {
            case CANCEL -> RunOutcome.CANCELLED;
            case CLOSE -> RunOutcome.INTERRUPTED;
            case GO_ON, PAUSE -> RunOutcome.FAILED;
          };
    };
  }

  private static String cause(Verdict verdict, RunOutcome outcome) {
    return switch (outcome) {
      case CANCELLED -> "somebody stopped it; what is copied stays";
      case INTERRUPTED -> "the agent was stopped";
      case SUCCEEDED, WARNED, SKIPPED, FAILED -> verdict.cause();
    };
  }
}
