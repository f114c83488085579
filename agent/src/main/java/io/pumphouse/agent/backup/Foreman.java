package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.tool.Verdict;
import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobAnswer.Done;
import io.pumphouse.web.model.JobAnswer.Refused;
import io.pumphouse.web.model.JobProgress;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.JobRuns;
import io.pumphouse.web.model.JobType;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Sends jobs on their way, and tells how they go. Thread-safe. */
final class Foreman implements JobRuns {
  /** Who starts a run that goes on where an interrupted one was. */
  static final String RECOVERY = "recovery";

  private final Site site;
  private final JobShelf shelf;
  private final Turnstile turnstile;
  private final Rehearsing rehearsing;

  Foreman(Site site, JobShelf shelf, Turnstile turnstile) {
    this.site = site;
    this.shelf = shelf;
    this.turnstile = turnstile;
    this.rehearsing = new Rehearsing(site);
  }

  @Override
  public JobAnswer start(String id, String who) {
    Optional<BackupJob> job = shelf.job(id);
    if (job.isEmpty()) {
      return Definitions.noJob(id);
    }
    return paused(id).isPresent()
        ? new Refused(id + " has a paused run", "resume it, or cancel it")
        : begin(job.get(), who);
  }

  private synchronized JobAnswer begin(BackupJob job, String who) {
    if (turnstile.of(job.id()).isPresent()) {
      return new Refused(job.id() + " is running already", "wait for it, or cancel it");
    }
    JobRun draft = draft(job.id(), who);
    OptionalLong id = site.memory().begin(draft);
    if (id.isEmpty()) {
      return new Refused(
          "the ledger cannot write down that the run begins", "look at: pumphouse status");
    }
    turnstile.add(site.live(draft.numbered(id.getAsLong())), filled(job));
    return new Done("run " + id.getAsLong() + " of " + job.id() + " is on its way");
  }

  private BackupJob filled(BackupJob job) {
    return Filled.of(job, site.habits().get(), shelf.bandwidth());
  }

  /** Does something while no run begins. */
  synchronized void whileNobodyStarts(Runnable task) {
    task.run();
  }

  /** Whether this agent works on the run, or is about to. */
  boolean isAtWork(JobRun run) {
    return turnstile.of(run.job()).filter(live -> live.now().id() == run.id()).isPresent();
  }

  private JobRun draft(String job, String who) {
    Instant now = site.time().wall();
    RunState state = new RunState.Pending();
    return new JobRun(0, job, who, state, now, now, 0, JobProgress.NONE, false, "", "", "");
  }

  @Override
  public JobAnswer pause(String id) {
    String repeats = shelf.job(id).map(job -> "; " + repeats(job.type())).orElse("");
    return wish(id, LiveRun.Wish.PAUSE, "pausing " + id + repeats);
  }

  @Override
  public JobAnswer cancel(String id) {
    Optional<JobRun> paused = paused(id);
    if (paused.isPresent()) {
      LiveRun live = site.live(paused.get());
      live.say(false, "somebody stopped it; what is copied stays", "");
      live.step(new RunEvent.Finished(RunOutcome.CANCELLED));
      return new Done("cancelled " + id);
    }
    return wish(id, LiveRun.Wish.CANCEL, "cancelling " + id);
  }

  private JobAnswer wish(String id, LiveRun.Wish wish, String said) {
    return turnstile.of(id).filter(live -> live.wish(wish)).isPresent()
        ? new Done(said)
        : new Refused(id + " is not running", "look at: pumphouse jobs show " + id);
  }

  @Override
  public synchronized JobAnswer resume(String id) {
    Optional<JobRun> paused = paused(id);
    Optional<BackupJob> job = shelf.job(id);
    if (paused.isEmpty() || job.isEmpty()) {
      return new Refused(id + " has no paused run", "start it: pumphouse jobs start " + id);
    }
    LiveRun live = site.live(paused.get());
    live.step(new RunEvent.ResumeAsked());
    return turnstile.add(live, filled(job.get()))
        ? new Done("run " + live.now().id() + " goes on; " + repeats(job.get().type()))
        : new Refused(id + " is running already", "wait for it, or cancel it");
  }

  /** What a pause costs. */
  private static String repeats(JobType type) {
    return switch (type) {
      case JobType.Snapshot _ -> "a snapshot begins anew";
      case JobType.Drill _ -> "a drill begins anew";
      case JobType.Rsync _ ->
          "finished files are only looked at again, and one that was begun goes on where it was";
      case JobType.Rclone _ ->
          "finished files are only looked at again, and one that was begun is copied anew";
    };
  }

  /** Whether somebody paused it. */
  boolean isPaused(String id) {
    return paused(id).isPresent();
  }

  private Optional<JobRun> paused(String id) {
    return turnstile.of(id).isPresent()
        ? Optional.empty()
        : site.memory().runs(id, Long.MAX_VALUE, 1).stream()
            .filter(run -> run.state() instanceof RunState.Paused)
            .findFirst();
  }

  @Override
  public JobAnswer dryRun(String id) {
    return shelf
        .job(id)
        .map(this::filled)
        .map(rehearsing::dryRun)
        .orElseGet(() -> Definitions.noJob(id));
  }

  @Override
  public JobAnswer testDestination(String id) {
    Optional<BackupJob> job = shelf.job(id);
    if (job.isEmpty()) {
      return Definitions.noJob(id);
    }
    Verdict verdict = site.surroundings().guard().check(job.get());
    return verdict.kind() == Verdict.Kind.GOOD
        ? rehearsing.probe(job.get())
        : new Refused(verdict.cause(), verdict.next());
  }

  @Override
  public List<JobRun> runs(String job, long before, int most) {
    return site.memory().runs(job, before, most).stream().map(turnstile::newest).toList();
  }

  @Override
  public Optional<JobRun> run(long id) {
    return site.memory().run(id).map(turnstile::newest);
  }

  @Override
  public Optional<Path> log(JobRun run) {
    return Optional.of(site.logs().resolve(run.log())).filter(Files::isRegularFile);
  }
}
