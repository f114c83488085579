package io.pumphouse.agent.backup;

import io.pumphouse.agent.config.JobsLoaded;
import io.pumphouse.web.model.BackupGlance;
import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.JobCard;
import io.pumphouse.web.model.JobRun;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How the jobs stand. Thread-safe; reads the disk, but for {@link #check()}. */
final class Standing {
  static final String NAME = "backup";

  private final JobShelf shelf;
  private final RunMemory memory;
  private final Turnstile turnstile;
  private final Plan plan;
  private final Reporter reporter;
  private volatile BackupGlance glance = BackupGlance.NONE;
  private volatile Check check = Check.well(NAME, "not looked yet");

  Standing(JobShelf shelf, RunMemory memory, Turnstile turnstile, Plan plan, Reporter reporter) {
    this.shelf = shelf;
    this.memory = memory;
    this.turnstile = turnstile;
    this.plan = plan;
    this.reporter = reporter;
  }

  List<JobCard> cards() {
    Map<String, RunMemory.Past> pasts = memory.pasts();
    return shelf.jobs().stream().map(job -> card(job, past(job, pasts))).toList();
  }

  Optional<JobCard> card(String id) {
    return shelf.job(id).map(job -> card(job, past(job, memory.pasts())));
  }

  private JobCard card(BackupJob job, List<RunMemory.Past> past) {
    List<JobRun> latest = past.stream().map(it -> turnstile.newest(it.latest())).toList();
    return new JobCard(
        job,
        JobText.settings(job),
        latest,
        past.stream().flatMap(it -> it.verified().stream()).toList(),
        plan.next(job, past),
        plan.isOverdue(job, past));
  }

  private static List<RunMemory.Past> past(BackupJob job, Map<String, RunMemory.Past> pasts) {
    return Stream.ofNullable(pasts.get(job.id())).toList();
  }

  /** The jobs to start now. On the way it looks how all of them stand. */
  List<String> due() {
    check = look();
    Map<String, RunMemory.Past> pasts = memory.pasts();
    return shelf.jobs().stream()
        .filter(job -> plan.isDue(job, past(job, pasts)))
        .map(BackupJob::id)
        .toList();
  }

  private Check look() {
    return switch (shelf.read()) {
      case JobsLoaded.Wrong(var problems) ->
          Check.degraded(NAME, problems.getFirst().toString(), "mend jobs.yaml");
      case JobsLoaded.Valid _ -> {
        List<JobCard> cards = cards();
        glance = JobHealth.glance(cards);
        reporter.look(cards);
        yield JobHealth.of(cards);
      }
    };
  }

  /** How they stood when it was last looked what is due; a wrong file changes nothing of it. */
  BackupGlance glance() {
    return glance;
  }

  /** How they stood when it was last looked what is due. */
  Check check() {
    return check;
  }
}
