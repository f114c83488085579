package io.pumphouse.agent.doctor;

import io.pumphouse.web.model.Doctor.Sign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Memory and Java.
 *
 * @param proc {@code /proc}
 */
public record MachineExam(Path proc) implements Exam {
  /** With less, the kernel soon ends somebody, and backups first. */
  private static final long LEAST = 64 * 1024;

  private static final int JAVA = 25;

  @Override
  public List<Sign> signs() {
    return List.of(memory(), java());
  }

  private Sign memory() {
    OptionalLong free = kibibytes("meminfo", "MemAvailable");
    OptionalLong own = kibibytes("self/status", "VmRSS");
    if (free.isEmpty()) {
      return Sign.well("memory", "the kernel does not tell");
    }
    String cause =
        free.getAsLong() / 1024
            + " MiB available of "
            + kibibytes("meminfo", "MemTotal").orElse(0) / 1024
            + ", this process takes "
            + own.orElse(0) / 1024;
    return free.getAsLong() < LEAST
        ? Sign.look("memory", cause, "see what takes it: ps aux --sort=-rss | head")
        : Sign.well("memory", cause);
  }

  private static Sign java() {
    Runtime.Version version = Runtime.version();
    String cause =
        version
            + " by "
            + System.getProperty("java.vendor", "?")
            + " on "
            + System.getProperty("os.arch", "?")
            + ", heap at most "
            + Runtime.getRuntime().maxMemory() / (1024 * 1024)
            + " MiB";
    return version.feature() >= JAVA
        ? Sign.well("java", cause)
        : Sign.bad("java", cause, "install Java " + JAVA);
  }

  private OptionalLong kibibytes(String file, String field) {
    try (Stream<String> lines = Files.lines(proc.resolve(file))) {
      return lines
          .filter(line -> line.matches(field + ":\\s+\\d{1,15} kB"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException _) {
      return OptionalLong.empty(); // another kernel
    }
  }
}
