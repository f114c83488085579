package io.pumphouse.agent.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pumphouse.agent.log.Plain;
import io.pumphouse.hal.reading.TimeSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was done and said in one run, for people: at most one MiB, without secrets and control
 * bytes. Thread-safe. A log that cannot be written costs the log, not the run.
 */
final class RunLog {
  /** Where the logs are in the agent's folder. */
  static final String FOLDER = "runs";

  static final long MOST_BYTES = 1L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);
  private final Path file;
  private final TimeSource time;
  private boolean isFull;

  RunLog(Path file, TimeSource time) {
    this.file = file;
    this.time = time;
  }

  synchronized void add(String line) {
    if (isFull) {
      return;
    }
    try {
      create();
      isFull = Files.size(file) > MOST_BYTES;
      String text = isFull ? "the log ends here: it has reached 1 MiB" : Plain.text(line);
      try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
        out.write(
            (time.wall().truncatedTo(ChronoUnit.SECONDS) + " " + text + "\n").getBytes(UTF_8));
      }
    } catch (IOException e) {
      isFull = true;
      LOG.warn("{}: the run log cannot be written: {}", file, e.toString());
    }
  }

  private void create() throws IOException {
    if (Files.notExists(file)) {
      Files.createDirectories(file.resolveSibling(""));
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")));
    }
  }
}
