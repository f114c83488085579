package io.pumphouse.agent.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import io.pumphouse.agent.backup.medium.Disk;
import io.pumphouse.agent.config.JobFile;
import io.pumphouse.agent.config.JobRules;
import io.pumphouse.agent.config.JobsLoaded;
import io.pumphouse.agent.config.Problem;
import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.Bandwidth;
import io.pumphouse.web.model.JobAnswer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The definitions in {@code jobs.yaml}, read anew when it changed, for people edit it too.
 * Thread-safe. What was there before a change is kept as {@code jobs.yaml.previous}.
 */
final class JobShelf {
  /** What it is called in the agent's folder. */
  static final String FILE = "jobs.yaml";

  private final Path file;
  private final JobFile reader;
  private Stamp stamp = Stamp.NO_FILE;
  private JobsLoaded known = JobsLoaded.NONE;

  /** By which a changed file is known. */
  private record Stamp(long changed, long size, String key) {
    static final Stamp NO_FILE = new Stamp(0, 0, "");

    static Stamp of(Path file) {
      try {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        long changed = now.lastModifiedTime().to(TimeUnit.NANOSECONDS);
        return new Stamp(changed, now.size(), String.valueOf(now.fileKey()));
      } catch (IOException _) {
        return NO_FILE; // reading it would say more, if it is there
      }
    }
  }

  JobShelf(Path file, JobRules rules) {
    this.file = file;
    this.reader = new JobFile(rules);
  }

  synchronized JobsLoaded read() {
    Stamp now = Stamp.of(file);
    if (!now.equals(stamp)) {
      known = reader.read(file);
      stamp = now;
    }
    return known;
  }

  /** The job of this id; empty if there is none. */
  Optional<BackupJob> job(String id) {
    return jobs().stream().filter(job -> job.id().equals(id)).findFirst();
  }

  /** How fast jobs may copy that say nothing about it. */
  Bandwidth bandwidth() {
    return switch (read()) {
      case JobsLoaded.Valid(_, var bandwidth) -> bandwidth;
      case JobsLoaded.Wrong _ -> Bandwidth.USUAL;
    };
  }

  /** The jobs; none while the file is wrong. */
  List<BackupJob> jobs() {
    return switch (read()) {
      case JobsLoaded.Valid(var jobs, _) -> jobs;
      case JobsLoaded.Wrong _ -> List.of();
    };
  }

  /** What is wrong with a job of these settings; nothing is written. */
  List<Problem> problems(String id, Map<String, String> settings) {
    Map<String, String> entry = new LinkedHashMap<>(Map.of("id", id));
    entry.putAll(settings);
    return switch (reader.check(file, JobText.file(Bandwidth.USUAL, List.of(entry)))) {
      case JobsLoaded.Wrong(var problems) -> problems;
      case JobsLoaded.Valid _ -> List.of();
    };
  }

  /** Puts a job of these settings in the place of the one of its id, or behind all others. */
  synchronized JobAnswer put(String id, Map<String, String> settings) {
    List<Map<String, String>> all = all();
    Map<String, String> entry = new LinkedHashMap<>(Map.of("id", id));
    settings.forEach((key, value) -> entry.put(key, value));
    int at = all.stream().map(job -> job.get("id")).toList().indexOf(id);
    if (at < 0) {
      all.add(entry);
    } else {
      all.set(at, entry);
    }
    return replace(all);
  }

  synchronized JobAnswer remove(String id) {
    List<Map<String, String>> all = all();
    all.removeIf(job -> id.equals(job.get("id")));
    return replace(all);
  }

  private List<Map<String, String>> all() {
    List<Map<String, String>> all = new ArrayList<>();
    for (BackupJob job : jobs()) {
      Map<String, String> entry = new LinkedHashMap<>();
      entry.put("id", job.id());
      entry.putAll(JobText.settings(job));
      all.add(entry);
    }
    return all;
  }

  /** A file that is wrong is never overwritten, for a person is at work on it. */
  private JobAnswer replace(List<Map<String, String>> all) {
    if (read() instanceof JobsLoaded.Wrong(var problems)) {
      return refused(problems, "mend the file first");
    }
    String text = JobText.file(bandwidth(), all);
    if (reader.check(file, text) instanceof JobsLoaded.Wrong(var problems)) {
      return refused(problems, "nothing was changed");
    }
    try {
      write(text);
      return new JobAnswer.Done("saved in " + file);
    } catch (IOException e) {
      return new JobAnswer.Refused(file + " cannot be written: " + e, "check the disk");
    }
  }

  private static JobAnswer refused(List<Problem> problems, String next) {
    return new JobAnswer.Refused(
        problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), next);
  }

  private void write(String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (FileChannel channel = FileChannel.open(part, CREATE, WRITE, TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    if (Files.exists(file)) {
      Path previous = file.resolveSibling(file.getFileName() + ".previous");
      Files.copy(file, previous, REPLACE_EXISTING);
      Disk.flush(previous);
    }
    Files.move(part, file, ATOMIC_MOVE, REPLACE_EXISTING);
    Disk.flush(file.toAbsolutePath().resolveSibling("").normalize());
  }
}
