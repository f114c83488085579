package io.pumphouse.agent.config;

import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.Bandwidth;
import io.pumphouse.web.model.JobTiming;
import io.pumphouse.web.model.JobType;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One entry of the predecessor's {@code jobs.yaml}. Its jobs had no schedule, so they have none
 * here. A job that deleted its source afterwards moves here, if that was confirmed there.
 */
final class PredecessorSection {
  /** The key that no entry of today has. */
  static final String SIGN = "dest";

  /** What it noted about the only run a job ever had. */
  private static final List<String> PAST =
      List.of("status", "progress", "created_at", "updated_at", "version");

  /** About deleting; both ways of it are the one that this agent knows. */
  private static final List<String> PASSED_OVER = List.of("deletion_mode");

  private static final Kind<Boolean> TRUE_FALSE =
      Choice.of(List.of(true, false), it -> it ? "true" : "false");

  private static final int MOST_KIB = 100_000_000;
  private static final Kind<Integer> KIB = Numbers.between(0, MOST_KIB, 500);

  private final JobRules rules;
  private final Set<String> taken = new HashSet<>();

  PredecessorSection(JobRules rules) {
    this.rules = rules;
  }

  Optional<BackupJob> read(Section job) {
    PAST.forEach(job::has);
    job.has("id");
    Optional<String> name = job.required("name", JobSection.line("a name"));
    Optional<String> type =
        job.required("type", Choice.of(List.of("rsync", "rclone"), word -> word));
    Optional<String> source = job.required("source", JobSection.line("a source"));
    Optional<String> dest = job.required(SIGN, JobSection.line("a destination"));
    Settings settings =
        job.within("settings", "{bandwidth_limit: 0}", PredecessorSection::settings)
            .orElse(new Settings(0, false));
    Optional<JobType> what =
        type.flatMap(word -> source.flatMap(from -> dest.map(to -> of(word, from, to, settings))));
    what.flatMap(rules::objection)
        .ifPresent(
            it ->
                job.refuse(
                    it.key().equals("destination") ? SIGN : it.key(), it.found(), it.accepted()));
    return name.flatMap(text -> what.map(it -> job(text, it, settings)));
  }

  /** What it was told about one job. */
  private record Settings(int kib, boolean isMove) {}

  private static Settings settings(Section settings) {
    PASSED_OVER.forEach(settings::has);
    boolean isWanted = settings.optional("delete_source_after", TRUE_FALSE, false);
    boolean isConfirmed = settings.optional("deletion_confirmed", TRUE_FALSE, false);
    boolean isSkipped = settings.optional("skip_deletion_this_run", TRUE_FALSE, false);
    boolean isMove = isWanted && isConfirmed && !isSkipped;
    return new Settings(settings.optional("bandwidth_limit", KIB, 0), isMove);
  }

  private static JobType of(String word, String from, String to, Settings settings) {
    boolean isMove = settings.isMove();
    JobType.Copying plain =
        new JobType.Copying(false, isMove, isMove, List.of(), 0, "", "", "", "");
    return word.equals("rsync")
        ? new JobType.Rsync(from, to, plain)
        : new JobType.Rclone(from, to, plain);
  }

  private BackupJob job(String name, JobType type, Settings settings) {
    return new BackupJob(
        id(name),
        name,
        type,
        new JobTiming.OnDemand(),
        true,
        Duration.ZERO,
        settings.kib() == 0 ? Bandwidth.USUAL : Bandwidth.always(settings.kib() * 1024L),
        10, // its own default
        false,
        "",
        Map.of());
  }

  /** The name as an id; two jobs of one name are told apart by a number. */
  private String id(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String cut = plain.substring(0, Math.min(40, plain.length())).replaceAll("^-+|-+$", "");
    String stem = cut.isEmpty() ? "job" : cut;
    String id = stem;
    for (int again = 2; !taken.add(id); again++) {
      id = stem + "-" + again;
    }
    return id;
  }
}
