package io.pumphouse.web.sample;

import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.Bandwidth;
import io.pumphouse.web.model.JobCard;
import io.pumphouse.web.model.JobDay;
import io.pumphouse.web.model.JobProgress;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.JobTiming;
import io.pumphouse.web.model.JobType;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunPhase;
import io.pumphouse.web.model.RunState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Backup jobs in every state, and a year of runs behind them. */
public final class CopyRoom {
  private static final Instant NOW = Villa.time().wall();
  private static final JobType.Copying PLAIN =
      new JobType.Copying(false, false, false, List.of(), 0, "", "", "", "");

  private CopyRoom() {}

  /** Puts them in the place of what was there. */
  public static void fill(FakeBackups backups) {
    backups.put(cards(), runs(), days());
  }

  /** A snapshot job that runs at night, and this is its newest run. */
  static JobCard nightly(JobRun run) {
    BackupJob job =
        new BackupJob(
            "nightly",
            "Nightly",
            new JobType.Snapshot("/media/stick"),
            new JobTiming.OnDemand(),
            true,
            Duration.ZERO,
            Bandwidth.USUAL,
            4,
            false,
            "",
            Map.of());
    return new JobCard(
        job,
        Map.of("type", "snapshot"),
        List.of(run),
        List.of(run.began()),
        new JobCard.Next.At(run.began()),
        false);
  }

  /** So many jobs that never ran. */
  public static List<JobCard> many(int jobs) {
    return IntStream.range(0, jobs)
        .mapToObj(at -> card("job-" + at, "Job " + at, List.of()))
        .toList();
  }

  /** A job of this name that has copied some. */
  public static JobCard running(String id, String name, long run) {
    return card(id, name, List.of(running(run, id)));
  }

  /** The run of {@code photos}, in another state. */
  public static JobRun photos(RunState state, int percent) {
    JobRun run = running(12, "photos");
    return run.in(state, run.changed()).with(new JobProgress(percent, 900, 1_000, 100, 1));
  }

  /** The job {@code photos}, of which this is the newest run. */
  public static JobCard newest(JobRun run) {
    return card("photos", "Photos to the NAS", List.of(run));
  }

  /** Another job, of this name. */
  public static JobCard other(String name, JobRun run) {
    return card("other", name, List.of(run));
  }

  /** A job {@code trial} that reads snapshots back, and never ran. */
  public static JobCard drill() {
    return card("trial", "Trial", List.of());
  }

  private static List<JobCard> cards() {
    return List.of(
        running("photos", "Photos to the NAS", 12),
        card("own-data", "Own data", List.of(ended(11, "own-data", RunOutcome.SUCCEEDED, "", ""))),
        card(
            "cloud",
            "House folder to the cloud, with a name that is longer than most",
            List.of(
                ended(
                    10,
                    "cloud",
                    RunOutcome.FAILED,
                    "rclone exit 1: the token of remote:house has expired",
                    "log in again: rclone config reconnect house:"))),
        card("paused", "Paused", List.of(at(9, "paused", new RunState.Paused(), 30))),
        card(
            "stick",
            "Stick",
            List.of(
                ended(
                    8,
                    "stick",
                    RunOutcome.SKIPPED,
                    "/media/stick is not mounted",
                    "put the stick in"))),
        card("new", "Never ran", List.of()));
  }

  private static JobCard card(String id, String name, List<JobRun> latest) {
    BackupJob job =
        new BackupJob(
            id,
            name,
            type(id),
            new JobTiming.Calendar("30 3 * * *"),
            !id.equals("stick"),
            Duration.ZERO,
            Bandwidth.USUAL,
            4,
            false,
            "",
            Map.of());
    boolean isSound = id.equals("own-data");
    return new JobCard(
        job,
        settings(job),
        latest,
        isSound ? List.of(NOW.minus(Duration.ofHours(7))) : List.of(),
        id.equals("stick")
            ? new JobCard.Next.NotPlanned("disabled")
            : new JobCard.Next.At(NOW.plus(Duration.ofHours(17))),
        id.equals("cloud"));
  }

  private static JobType type(String id) {
    return switch (id) {
      case "own-data" -> new JobType.Snapshot("/media/stick/pumphouse");
      case "trial" -> new JobType.Drill("/media/stick/pumphouse");
      default -> new JobType.Rsync("/srv/" + id, "nas:/volume1/backup/" + id, PLAIN);
    };
  }

  private static Map<String, String> settings(BackupJob job) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("name", job.name());
    settings.put("type", job.type().word());
    settings.put("destination", job.type().destination());
    settings.put("schedule", "30 3 * * *");
    return settings;
  }

  private static List<JobRun> runs() {
    List<JobRun> runs = new ArrayList<>();
    cards().forEach(card -> runs.addAll(card.latest()));
    for (int id = 7; id > 0; id--) {
      runs.add(ended(id, "own-data", RunOutcome.SUCCEEDED, "", ""));
    }
    return runs;
  }

  private static JobRun running(long id, String job) {
    return at(id, job, new RunState.Running(RunPhase.COPY), 2);
  }

  private static JobRun ended(long id, String job, RunOutcome outcome, String cause, String next) {
    return at(id, job, new RunState.Ended(outcome), (13 - id) * 400)
        .saying(outcome == RunOutcome.SUCCEEDED, cause, next);
  }

  private static JobRun at(long id, String job, RunState state, long minutesAgo) {
    Instant changed = NOW.minus(Duration.ofMinutes(minutesAgo));
    JobProgress progress = new JobProgress(41, 1_288_490_188L, 3_142_682_000L, 11_534_336, 161);
    return new JobRun(
        id,
        job,
        id % 2 == 0 ? "schedule" : "owner",
        state,
        changed.minusSeconds(130),
        changed,
        1,
        progress,
        false,
        "",
        "",
        JobRun.logName(job, id));
  }

  private static List<JobDay> days() {
    LocalDate today = LocalDate.ofInstant(NOW, Villa.SITE.zone());
    return Stream.iterate(today.minusDays(200), day -> !day.isAfter(today), day -> day.plusDays(1))
        .filter(day -> day.getDayOfYear() % 9 != 0)
        .map(CopyRoom::day)
        .toList();
  }

  private static JobDay day(LocalDate day) {
    Map<RunOutcome, Integer> runs =
        day.getDayOfYear() % 23 == 0
            ? Map.of(RunOutcome.SUCCEEDED, 1, RunOutcome.FAILED, 1)
            : day.getDayOfYear() % 17 == 0
                ? Map.of(RunOutcome.WARNED, 1)
                : Map.of(RunOutcome.SUCCEEDED, 2);
    return new JobDay(day, runs, 300_000_000L + day.getDayOfYear() * 1_000_000L);
  }
}
