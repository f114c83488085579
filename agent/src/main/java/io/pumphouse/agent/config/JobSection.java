package io.pumphouse.agent.config;

import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.Bandwidth;
import io.pumphouse.web.model.JobTiming;
import io.pumphouse.web.model.JobType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** One entry of {@code jobs:} in {@code jobs.yaml}. */
final class JobSection {
  static final String EXAMPLE =
      "{id: daily, type: snapshot, destination: /media/stick/pumphouse, schedule: every 1d}";

  static final List<String> KEEPS =
      List.of("last", "hourly", "daily", "weekly", "monthly", "yearly");

  private static final Pattern LEGAL_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,47}");
  private static final Kind<String> ID =
      new Kind<>(
          "a name of at most 48 lower-case letters, digits and hyphens, such as daily",
          text -> Optional.of(text).filter(LEGAL_ID.asMatchPredicate()));
  private static final Kind<String> TYPE =
      Choice.of(List.of("snapshot", "rsync", "rclone", "drill"), word -> word);
  private static final Kind<Boolean> YES_NO =
      Choice.of(List.of(true, false), it -> it ? "yes" : "no");
  private static final Kind<Duration> JITTER = Durations.between("0s", "1d", "10m");
  private static final Kind<Duration> INTERVAL = Durations.between("1m", "1y", "6h");
  private static final Kind<Integer> ATTEMPTS = Numbers.between(1, 20, 4);
  private static final Kind<Integer> PORT = Numbers.between(1, 65_535, 22);
  private static final Kind<Integer> COUNT = Numbers.between(1, 9_999, 7);

  private final JobRules rules;
  private final Kind<JobTiming> timing;

  JobSection(JobRules rules) {
    this.rules = rules;
    this.timing =
        new Kind<>(
            "on-demand, every 6h, or a calendar of five fields such as 30 3 * * *", this::timing);
  }

  Optional<BackupJob> read(Section job) {
    Optional<String> id = job.required("id", ID);
    Optional<JobType> type = type(job);
    String name = job.optional("name", line("a name"), id.orElse(""));
    JobTiming when = job.optional("schedule", timing, new JobTiming.OnDemand());
    boolean isEnabled = job.optional("enabled", YES_NO, true);
    Duration jitter = job.optional("jitter", JITTER, Duration.ZERO);
    Bandwidth bandwidth = job.optional("bandwidth", Rates.BANDWIDTH, Bandwidth.USUAL);
    int attempts = job.optional("attempts", ATTEMPTS, BackupJob.USUAL_ATTEMPTS);
    boolean maySameDisk = job.optional("same-disk", YES_NO, false);
    String marker = job.optional("marker", line("a text"), "");
    Map<String, Integer> keep = keep(job);
    type.flatMap(what -> rules.objection(what, keep)).ifPresent(it -> refuse(job, it));
    return type.flatMap(
        what ->
            id.map(
                it ->
                    new BackupJob(
                        it,
                        name,
                        what,
                        when,
                        isEnabled,
                        jitter,
                        bandwidth,
                        attempts,
                        maySameDisk,
                        marker,
                        keep)));
  }

  private Optional<JobType> type(Section job) {
    Optional<String> word = job.required("type", TYPE);
    Optional<String> destination = job.required("destination", line("a destination"));
    boolean isOwn = word.filter(List.of("snapshot", "drill")::contains).isPresent();
    Optional<String> source = isOwn ? Optional.of("") : job.required("source", line("a source"));
    JobType.Copying how = copying(job);
    if (isOwn && job.has("source")) {
      job.refuse("source", "nothing: this is about the agent's own data");
    }
    Optional<JobType> type =
        destination.flatMap(to -> source.flatMap(from -> word.map(it -> of(it, from, to, how))));
    type.flatMap(rules::objection).ifPresent(it -> refuse(job, it));
    return type;
  }

  private static void refuse(Section job, JobRules.Objection it) {
    job.refuse(it.key(), it.found(), it.accepted());
  }

  private static JobType of(String word, String from, String to, JobType.Copying how) {
    return switch (word) {
      case "snapshot" -> new JobType.Snapshot(to);
      case "drill" -> new JobType.Drill(to);
      case "rsync" -> new JobType.Rsync(from, to, how);
      case "rclone" -> new JobType.Rclone(from, to, how);
      default -> throw new IllegalArgumentException("no type of job: " + word);
    };
  }

  private static JobType.Copying copying(Section job) {
    String flags = job.optional("flags", line("flags"), "");
    boolean isMove = job.optional("move", YES_NO, false);
    return new JobType.Copying(
        job.optional("mirror", YES_NO, false),
        job.optional("verify", YES_NO, false) || isMove,
        isMove,
        flags.isBlank() ? List.of() : List.of(flags.strip().split(" +")),
        job.optional("ssh-port", PORT, 0),
        job.optional("ssh-identity", line("a file"), ""),
        job.optional("ssh-known-hosts", line("a file"), ""),
        job.optional("password-file", line("a file"), ""),
        job.optional("rclone-config", line("a file"), ""));
  }

  private static Map<String, Integer> keep(Section job) {
    Map<String, Integer> keep = new TreeMap<>();
    for (String kind : KEEPS) {
      int count = job.optional("keep-" + kind, COUNT, 0);
      if (count > 0) {
        keep.put(kind, count);
      }
    }
    return keep;
  }

  private Optional<JobTiming> timing(String text) {
    if (text.equals("on-demand")) {
      return Optional.of(new JobTiming.OnDemand());
    }
    return text.startsWith("every ")
        ? INTERVAL.parse(text.substring("every ".length())).map(JobTiming.Every::new)
        : Optional.of(text).filter(rules::isCron).map(JobTiming.Calendar::new);
  }

  /** A text on one line, without what a terminal or a file name cannot carry. */
  static Kind<String> line(String what) {
    return new Kind<>(
        what + " on one line, without control characters",
        text ->
            Optional.of(text)
                .filter(it -> !it.isBlank() && it.length() <= 1_000)
                .filter(it -> it.codePoints().noneMatch(Character::isISOControl)));
  }
}
