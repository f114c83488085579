package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.tool.ToolCheck;
import io.pumphouse.agent.config.Problem;
import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobAnswer.Refused;
import io.pumphouse.web.model.JobCard;
import io.pumphouse.web.model.JobObjection;
import io.pumphouse.web.model.JobTool;
import io.pumphouse.web.model.Jobs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The jobs as people see and change them. Thread-safe. */
final class Definitions implements Jobs {
  private final JobShelf shelf;
  private final Turnstile turnstile;
  private final Standing standing;
  private final ToolCheck tools;

  Definitions(JobShelf shelf, Turnstile turnstile, Standing standing, ToolCheck tools) {
    this.tools = tools;
    this.shelf = shelf;
    this.turnstile = turnstile;
    this.standing = standing;
  }

  @Override
  public List<JobCard> list() {
    return standing.cards();
  }

  @Override
  public Optional<JobCard> job(String id) {
    return standing.card(id);
  }

  @Override
  public List<JobObjection> objections(String id, Map<String, String> settings) {
    return shelf.problems(id, settings).stream()
        .map(it -> new JobObjection(key(it), it.found(), it.accepted()))
        .toList();
  }

  /** {@code jobs[0].destination} is {@code destination}. */
  private static String key(Problem problem) {
    return problem.key().substring(problem.key().lastIndexOf('.') + 1);
  }

  @Override
  public List<JobTool> tools() {
    return tools.all();
  }

  @Override
  public JobAnswer create(String id, Map<String, String> settings) {
    return shelf.job(id).isPresent()
        ? new Refused("there is a job " + id + " already", "choose another id, or: jobs edit " + id)
        : shelf.put(id, settings);
  }

  @Override
  public JobAnswer edit(String id, Map<String, String> changes) {
    Optional<BackupJob> job = shelf.job(id);
    if (job.isEmpty()) {
      return noJob(id);
    }
    Map<String, String> all = new LinkedHashMap<>(JobText.settings(job.get()));
    all.putAll(changes);
    all.values().removeIf(String::isEmpty);
    return shelf.put(id, all);
  }

  @Override
  public JobAnswer duplicate(String id, String copy) {
    Optional<BackupJob> job = shelf.job(id);
    if (job.isEmpty()) {
      return noJob(id);
    }
    Map<String, String> settings = new LinkedHashMap<>(JobText.settings(job.get()));
    settings.remove("name");
    settings.put("enabled", "no");
    return create(copy, settings);
  }

  @Override
  public JobAnswer delete(String id) {
    if (shelf.job(id).isEmpty()) {
      return noJob(id);
    }
    return turnstile.of(id).isPresent()
        ? new Refused(id + " is running", "cancel it first")
        : shelf.remove(id);
  }

  static Refused noJob(String id) {
    return new Refused("there is no job \"" + id + "\"", "look at: pumphouse jobs list");
  }
}
