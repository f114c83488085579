package io.pumphouse.web.sample;

import io.pumphouse.web.model.BackupGlance;
import io.pumphouse.web.model.Backups;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobAnswer.Done;
import io.pumphouse.web.model.JobCard;
import io.pumphouse.web.model.JobDay;
import io.pumphouse.web.model.JobHistory;
import io.pumphouse.web.model.JobObjection;
import io.pumphouse.web.model.JobProgress;
import io.pumphouse.web.model.JobRecovery;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.JobRuns;
import io.pumphouse.web.model.JobTool;
import io.pumphouse.web.model.Jobs;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.Media;
import io.pumphouse.web.model.Notices;
import io.pumphouse.web.model.RunState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;

/**
 * One job, {@code nightly}, with 250 runs, until others are put in its place; it says what was
 * asked of it.
 */
public final class FakeBackups implements Backups, Jobs, JobRuns, JobRecovery {
  private static final long RUNS = 250;
  private static final Instant BEGAN = Instant.parse("2026-01-10T02:30:00Z");

  /** What a backup consists of, what lies on the media, and who is told. */
  public final List<Path> files = new CopyOnWriteArrayList<>();

  public final FakeMedia media = new FakeMedia(files);
  public final FakeNotices notices = new FakeNotices();

  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final List<String> orders = new CopyOnWriteArrayList<>();
  private final List<Path> logs = new CopyOnWriteArrayList<>();
  private volatile List<JobCard> cards =
      List.of(CopyRoom.nightly(run(RUNS, new RunState.Paused())));
  private volatile List<JobRun> past = List.of();
  private volatile List<JobDay> days = List.of();
  private volatile BackupGlance glance = BackupGlance.NONE;

  /** A run of it. */
  public static JobRun run(long id, RunState state) {
    JobProgress progress = new JobProgress(40, 400, 1_000, JobProgress.UNKNOWN, 6);
    String log = JobRun.logName("nightly", id);
    return new JobRun(
        id, "nightly", "schedule", state, BEGAN, BEGAN, 1, progress, false, "", "", log);
  }

  /** Tells whoever listens. */
  public void tell(JobRun run) {
    listeners.forEach(listener -> listener.hear(run));
  }

  /** From now on there are these. */
  public void put(List<JobCard> jobs, List<JobRun> runs, List<JobDay> history) {
    cards = List.copyOf(jobs);
    past = List.copyOf(runs);
    days = List.copyOf(history);
  }

  /** From now on they stand so. */
  public void stand(BackupGlance now) {
    glance = now;
  }

  /** From now on every run has this log. */
  public void keepLog(Path file) {
    logs.add(file);
  }

  /** What was ordered, in order. */
  public List<String> orders() {
    return List.copyOf(orders);
  }

  private JobAnswer ordered(String what) {
    orders.add(what);
    return new Done(what);
  }

  @Override
  public Jobs jobs() {
    return this;
  }

  @Override
  public JobRuns runs() {
    return this;
  }

  @Override
  public JobRecovery recovery() {
    return this;
  }

  @Override
  public Media media() {
    return media;
  }

  @Override
  public JobHistory history() {
    return _ -> days;
  }

  @Override
  public BackupGlance glance() {
    return glance;
  }

  @Override
  public Notices notices() {
    return notices;
  }

  @Override
  public LiveReadings.Subscription subscribe(Listener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public List<JobCard> list() {
    return cards;
  }

  @Override
  public Optional<JobCard> job(String id) {
    return list().stream().filter(card -> card.job().id().equals(id)).findFirst();
  }

  @Override
  public List<JobObjection> objections(String id, Map<String, String> settings) {
    return Paperwork.objections(settings);
  }

  @Override
  public List<JobTool> tools() {
    return Paperwork.tools();
  }

  @Override
  public JobAnswer create(String id, Map<String, String> settings) {
    return settings.isEmpty()
        ? new JobAnswer.Refused("type is missing", "")
        : ordered("created " + id + " " + new TreeMap<>(settings));
  }

  @Override
  public JobAnswer edit(String id, Map<String, String> changes) {
    return ordered("edited " + id + " " + changes);
  }

  @Override
  public JobAnswer duplicate(String id, String copy) {
    return ordered("duplicated " + id + " as " + copy);
  }

  @Override
  public JobAnswer delete(String id) {
    return new JobAnswer.Refused(id + " is running", "cancel it first");
  }

  @Override
  public JobAnswer start(String job, String who) {
    return ordered("started " + job + " for " + who);
  }

  @Override
  public JobAnswer pause(String job) {
    return ordered("paused " + job);
  }

  @Override
  public JobAnswer resume(String job) {
    return ordered("resumed " + job);
  }

  @Override
  public JobAnswer cancel(String job) {
    return ordered("cancelled " + job);
  }

  @Override
  public JobAnswer dryRun(String job) {
    return new Done("would copy 5 bytes");
  }

  @Override
  public JobAnswer testDestination(String job) {
    return new Done("the destination answers");
  }

  @Override
  public List<JobRun> runs(String job, long before, int most) {
    if (!past.isEmpty()) {
      return past.stream()
          .filter(run -> run.id() < before && (job.isEmpty() || run.job().equals(job)))
          .limit(most)
          .toList();
    }
    long newest = Math.min(RUNS, before - 1);
    return LongStream.rangeClosed(Math.max(1, newest - most + 1), newest)
        .mapToObj(id -> run(id, new RunState.Paused()))
        .sorted((a, b) -> Long.compare(b.id(), a.id()))
        .toList();
  }

  @Override
  public Optional<JobRun> run(long id) {
    if (!past.isEmpty()) {
      return past.stream().filter(run -> run.id() == id).findFirst();
    }
    return id <= RUNS ? Optional.of(run(id, new RunState.Paused())) : Optional.empty();
  }

  @Override
  public Optional<Path> log(JobRun run) {
    return logs.stream().findFirst();
  }

  @Override
  public List<JobRun> interrupted() {
    return List.of(run(7, new RunState.Paused()), run(9, new RunState.Paused()));
  }

  @Override
  public List<JobAnswer> resume(List<Long> runs, String who) {
    orders.add("resumed " + runs);
    return List.of(new Done("resumed " + runs + " for " + who));
  }

  @Override
  public JobAnswer dismiss(List<Long> runs) {
    return ordered("dismissed " + runs);
  }
}
