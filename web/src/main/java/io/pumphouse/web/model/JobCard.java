package io.pumphouse.web.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A job and how it stands. Immutable.
 *
 * @param settings the keys and values of {@code jobs.yaml}, its id not among them
 * @param latest its newest run; empty before the first
 * @param verified when its newest run that was compared or read back was finished; empty if none
 *     was
 * @param next when it runs by itself
 * @param isOverdue whether its last good run is older than 1.25 times what its timing promises
 */
public record JobCard(
    BackupJob job,
    Map<String, String> settings,
    List<JobRun> latest,
    List<Instant> verified,
    Next next,
    boolean isOverdue) {
  public JobCard {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    latest = List.copyOf(latest);
    verified = List.copyOf(verified);
  }

  /** When a job runs by itself. */
  public sealed interface Next {
    /** Then, or soon after if something else is running. */
    record At(Instant when) implements Next {}

    /** Not by itself, and why not. */
    record NotPlanned(String why) implements Next {}
  }
}
