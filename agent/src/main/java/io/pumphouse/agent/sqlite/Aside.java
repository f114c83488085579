package io.pumphouse.agent.sqlite;

import io.pumphouse.agent.sqlite.Trouble.Kind;
import io.pumphouse.hal.reading.TimeSource;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where damaged files go: beside the new one, with their journal, under the time of day. Nothing is
 * deleted, for what is readable may still be wanted. Confined to the database's thread.
 */
final class Aside {
  private static final Logger LOG = LoggerFactory.getLogger(Aside.class);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path file;
  private final TimeSource time;

  Aside(Path file, TimeSource time) {
    this.file = file.toAbsolutePath();
    this.time = time;
  }

  void rescue(SqlFailure why) {
    try {
      move();
      LOG.warn("{}: moved aside to begin anew: {}", file, why.getMessage());
    } catch (IOException e) {
      SqlFailure stuck =
          new SqlFailure(Kind.BROKEN_DISK, why.getMessage() + "; moving it aside failed: " + e);
      stuck.addSuppressed(e);
      throw stuck;
    }
  }

  /** The damaged files that lie there now, without their journals, oldest first. */
  List<Path> existing() throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(sibling("."), prefix() + "*")) {
      all.forEach(path -> found.add(path.normalize()));
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    found.removeIf(path -> path.toString().endsWith("-wal") || path.toString().endsWith("-shm"));
    found.sort(null);
    return found;
  }

  private void move() throws IOException {
    Path target = target();
    for (String part : List.of("", "-wal", "-shm")) {
      Path from = sibling(file.getFileName() + part);
      if (Files.exists(from)) {
        Files.move(from, sibling(target.getFileName() + part));
      }
    }
  }

  /** A clock that stands still or jumps back must not make one damaged file replace another. */
  private Path target() {
    String name = prefix() + STAMP.format(time.wall());
    Path target = sibling(name);
    for (int again = 2; Files.exists(target); again++) {
      target = sibling(name + "." + again);
    }
    return target;
  }

  private String prefix() {
    return file.getFileName() + ".damaged-";
  }

  private Path sibling(String name) {
    return file.resolveSibling(name);
  }
}
