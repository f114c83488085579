package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.tool.Orphans;
import io.pumphouse.agent.backup.tool.Verdict;
import io.pumphouse.agent.config.JobHabits;
import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobAnswer.Done;
import io.pumphouse.web.model.JobAnswer.Refused;
import io.pumphouse.web.model.JobRecovery;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runs that were under way when the agent or the machine stopped. Thread-safe. */
final class Recovery implements JobRecovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  /** On whose order what nobody was asked about goes on. */
  private static final String BY_ITSELF = "the settings";

  private final Site site;
  private final JobShelf shelf;
  private final Foreman foreman;
  private volatile int left;

  Recovery(Site site, JobShelf shelf, Foreman foreman) {
    this.site = site;
    this.shelf = shelf;
    this.foreman = foreman;
  }

  /** Stops what still works for them first, so that no two tools ever write to one place. */
  void endUnfinished() {
    foreman.whileNobodyStarts(() -> site.memory().unfinished().forEach(this::end));
    left = interrupted().size();
  }

  /** Goes on with what was under way, as far as that is wanted without being asked. */
  void goOn() {
    JobHabits.Resume wish = site.habits().get().resume();
    if (wish != JobHabits.Resume.ASK) {
      List<Long> runs = interrupted().stream().map(JobRun::id).toList();
      resume(runs, BY_ITSELF).forEach(Recovery::tell);
    }
    if (wish == JobHabits.Resume.ALL) {
      shelf.jobs().stream().map(BackupJob::id).filter(foreman::isPaused).forEach(this::resume);
    }
  }

  private void resume(String job) {
    tell(foreman.resume(job));
  }

  private static void tell(JobAnswer answer) {
    switch (answer) {
      case Done(String said) -> LOG.info("without being asked: {}", said);
      case Refused(String cause, String next) -> LOG.warn("not gone on with: {}; {}", cause, next);
    }
  }

  private void end(JobRun run) {
    if (!foreman.isAtWork(run)) {
      int stopped = Orphans.stop(site.token(run.id()), site.surroundings().grace());
      LOG.info("run {} of {} was interrupted; {} tools stopped", run.id(), run.job(), stopped);
      shelf.job(run.job()).ifPresent(job -> clear(job, run));
      JobRun ended =
          run.saying(
                  false,
                  "the agent or the machine stopped in the middle",
                  "start it again: finished files are not copied again")
              .in(new RunState.Ended(RunOutcome.INTERRUPTED), site.time().wall());
      if (site.memory().note(ended)) { // or the next start finds and tells it again
        site.listener().hear(ended);
      }
    }
  }

  /** Where the medium is there; else the next run does it. */
  private void clear(BackupJob job, JobRun run) {
    try {
      Files.deleteIfExists(Comparison.names(site, run));
      if (site.surroundings().guard().check(job).kind() == Verdict.Kind.GOOD) {
        Leftovers.clear(job);
      }
    } catch (IOException e) {
      LOG.warn("what an interrupted run of {} left stays for now: {}", job.id(), e.toString());
    }
  }

  /** How many runs there were to decide about when that last changed; quick. */
  int left() {
    return left;
  }

  @Override
  public List<JobRun> interrupted() {
    return site.memory().interrupted();
  }

  @Override
  public List<JobAnswer> resume(List<Long> runs, String who) {
    List<JobAnswer> answers =
        interrupted().stream()
            .filter(run -> runs.contains(run.id()))
            .map(run -> resume(run, who))
            .toList();
    left = interrupted().size();
    return answers;
  }

  private JobAnswer resume(JobRun run, String who) {
    JobAnswer answer = foreman.start(run.job(), Foreman.RECOVERY + " by " + who);
    if (answer instanceof Done) {
      site.memory().dismiss(List.of(run.id()));
    }
    return answer;
  }

  @Override
  public JobAnswer dismiss(List<Long> runs) {
    boolean isDone = site.memory().dismiss(runs);
    left = interrupted().size();
    return isDone
        ? new Done("taken off the recovery list")
        : new Refused("the ledger refuses", "look at: pumphouse status");
  }
}
