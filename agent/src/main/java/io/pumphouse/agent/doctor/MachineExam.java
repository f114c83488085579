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
 * @param java the version that runs this
 */
public record MachineExam(Path proc, Runtime.Version java) implements Exam {
  /** With less, the kernel soon ends somebody, and backups first. */
  private static final long LEAST = 64 * 1024;

  private static final int JAVA = 25;

  /** Before it, a virtual thread that waits for a time may never be woken: JDK-8369227. */
  private static final Runtime.Version SOUND = Runtime.Version.parse("25.0.3");

  @Override
  public List<Sign> signs() {
    return List.of(memory(), ofJava());
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

  private Sign ofJava() {
    String cause =
        java
            + " by "
            + System.getProperty("java.vendor", "?")
            + " on "
            + System.getProperty("os.arch", "?")
            + ", heap at most "
            + Runtime.getRuntime().maxMemory() / (1024 * 1024)
            + " MiB";
    if (java.feature() < JAVA) {
      return Sign.bad("java", cause, "install Java " + JAVA);
    }
    return java.compareToIgnoreOptional(SOUND) < 0
        ? Sign.look(
            "java",
            cause + "; before " + SOUND + " a thread of it may stand still for ever",
            "install the newest Java " + JAVA + ", then scripts/install or scripts/package again")
        : Sign.well("java", cause);
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
