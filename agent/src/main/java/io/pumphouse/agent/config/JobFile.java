package io.pumphouse.agent.config;

import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.Bandwidth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code jobs.yaml}, the way the configuration is read: all problems at once, nothing
 * guessed. A file of the predecessor is read as well. Immutable, so any thread may use it.
 */
public final class JobFile {
  private final JobRules rules;

  public JobFile(JobRules rules) {
    this.rules = rules;
  }

  /** Reads the file and checks all of it; nothing it can contain makes this throw. */
  public JobsLoaded read(Path file) {
    if (Files.notExists(file)) {
      return JobsLoaded.NONE;
    }
    Problems problems = new Problems(file.toString());
    Optional<String> text = SourceText.of(file, problems);
    return text.map(it -> read(it, problems)).orElseGet(() -> wrong(problems));
  }

  /** Checks a text before it becomes the file of that name. */
  public JobsLoaded check(Path file, String text) {
    return read(text, new Problems(file.toString()));
  }

  private JobsLoaded read(String text, Problems problems) {
    if (text.lines().allMatch(line -> line.isBlank() || line.stripLeading().startsWith("#"))) {
      return JobsLoaded.NONE;
    }
    Optional<JobsLoaded.Valid> jobs =
        Tree.of(text, problems).map(root -> Section.read(root, problems, this::jobs));
    return jobs.filter(_ -> problems.isEmpty())
        .<JobsLoaded>map(it -> it)
        .orElseGet(() -> wrong(problems));
  }

  private static JobsLoaded wrong(Problems problems) {
    return new JobsLoaded.Wrong(problems.inLineOrder());
  }

  private JobsLoaded.Valid jobs(Section root) {
    Bandwidth bandwidth = root.optional("bandwidth", Rates.BANDWIDTH, Bandwidth.USUAL);
    if (!root.has("jobs") && root.has("bandwidth")) {
      return new JobsLoaded.Valid(List.of(), bandwidth);
    }
    JobSection section = new JobSection(rules);
    PredecessorSection predecessor = new PredecessorSection(rules);
    Set<String> taken = new HashSet<>();
    List<BackupJob> jobs = new ArrayList<>();
    root.each(
            "jobs",
            JobSection.EXAMPLE,
            entry ->
                entry.keys().contains(PredecessorSection.SIGN)
                    ? predecessor.read(entry)
                    : section.read(entry).filter(job -> isFirst(job, entry, taken)))
        .forEach(jobs::add);
    return new JobsLoaded.Valid(jobs, bandwidth);
  }

  private static boolean isFirst(BackupJob job, Section entry, Set<String> taken) {
    boolean isFirst = taken.add(job.id());
    if (!isFirst) {
      entry.refuse("id", Words.quoted(job.id()) + " again", "an id that no other job has");
    }
    return isFirst;
  }
}
