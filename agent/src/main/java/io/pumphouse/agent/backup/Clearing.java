package io.pumphouse.agent.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import io.pumphouse.agent.backup.tool.Verdict;
import io.pumphouse.agent.log.Plain;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Deletes at the source of a move job what was compared with its copy and found equal, file by file
 * and with a line in the job's audit log for each. Whatever changed since the comparison began
 * stays, and so do folders and links. Confined to the runner's thread.
 */
final class Clearing {
  private static final Duration CLOCK_DRIFT = Duration.ofSeconds(1);

  /** The kernel stamps files by its last tick, which may be this old. */
  private static final Duration TICK = Duration.ofMillis(20);

  private final Work work;
  private final Path source;
  private final Instant comparedFrom;
  private final long comparedFromNanos;
  private final Path audit;

  Clearing(Work work, Path source, Instant comparedFrom, long comparedFromNanos) {
    this.work = work;
    this.source = source;
    this.comparedFrom = comparedFrom.minus(TICK);
    this.comparedFromNanos = comparedFromNanos;
    this.audit = work.site().logs().resolve(work.job().id() + "-deleted.log");
  }

  /**
   * Deletes the files of these names.
   *
   * @param count how many names there must be; with another number nothing is deleted, for then a
   *     name is cut in two by a line break in it
   * @param copied what the copy itself came to
   */
  Verdict clear(Path names, long count, Verdict copied) throws IOException {
    if (Files.notExists(names) && count == 0) {
      return copied;
    }
    try (var lines = Files.lines(names, UTF_8)) {
      if (lines.count() != count) {
        return warning("nothing is deleted: a file has a line break in its name", "rename it");
      }
    }
    if (clockWasSet()) {
      return warning("nothing is deleted: the clock was set meanwhile", "run it again");
    }
    long stayed = 0;
    Path real = source.toRealPath();
    try (BufferedReader reader = Files.newBufferedReader(names, UTF_8)) {
      for (Optional<String> name = next(reader); name.isPresent(); name = next(reader)) {
        if (!work.isWanted()) {
          return new Verdict(Verdict.Kind.STOPPED, "", "");
        }
        stayed += isCleared(real, name.get()) ? 0 : 1;
      }
    }
    return stayed == 0
        ? copied
        : warning(
            stayed + " files are copied but stay at the source, as they changed meanwhile",
            "the next run takes them");
  }

  private static Optional<String> next(BufferedReader reader) throws IOException {
    return Optional.ofNullable(reader.readLine());
  }

  private boolean clockWasSet() {
    Duration byWall = Duration.between(comparedFrom, work.site().time().wall());
    Duration truly = Duration.ofNanos(work.site().time().nanos() - comparedFromNanos);
    return byWall.minus(truly).abs().compareTo(CLOCK_DRIFT) > 0;
  }

  private boolean isCleared(Path real, String name) {
    try {
      Path file = real.resolve(name).normalize();
      Path folder = file.resolveSibling("");
      Map<String, Object> now =
          Files.readAttributes(file, "unix:isRegularFile,size,ctime", LinkOption.NOFOLLOW_LINKS);
      boolean isIt =
          file.startsWith(real)
              && folder.toRealPath().equals(folder)
              && Boolean.TRUE.equals(now.get("isRegularFile"))
              && ((FileTime) Objects.requireNonNull(now.get("ctime")))
                  .toInstant()
                  .isBefore(comparedFrom);
      if (isIt) {
        note(file, now);
        Files.delete(file);
      }
      return isIt;
    } catch (NoSuchFileException _) {
      return true; // somebody else was faster
    } catch (IOException | InvalidPathException e) {
      work.log().add(name + " stays: " + e);
      return false;
    }
  }

  /** Before it is done: what cannot be written down is not deleted. */
  private void note(Path file, Map<String, Object> now) throws IOException {
    String line =
        "%s run %d deletes %s (%s bytes)\n"
            .formatted(
                work.site().time().wall(),
                work.live().now().id(),
                Plain.text(file.toString()),
                now.get("size"));
    Files.writeString(audit, line, CREATE, APPEND);
  }

  private static Verdict warning(String cause, String next) {
    return new Verdict(Verdict.Kind.WARNING, cause, next);
  }
}
