package io.pumphouse.agent.backup.tool;

import io.pumphouse.web.model.JobTool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which tools there are, as they say themselves. Thread-safe; starts them, so it may wait. */
public final class ToolCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Pattern VERSION = Pattern.compile("v?(\\d+)\\.(\\d+)(\\.\\d+)?");

  private ToolCheck() {}

  /**
   * Asks both.
   *
   * @param folder where they stand meanwhile
   */
  public static List<JobTool> all(Path folder) {
    return List.of(rsync(folder), rclone(folder));
  }

  private static JobTool rsync(Path folder) {
    String version = version(List.of("rsync", "--version"), folder);
    return new JobTool("rsync", version, version.isEmpty() ? missing("rsync") : "");
  }

  private static JobTool rclone(Path folder) {
    String version = version(List.of("rclone", "version"), folder);
    return new JobTool("rclone", version, version.isEmpty() ? missing("rclone") : older(version));
  }

  private static String missing(String tool) {
    return "%s is not installed: jobs of this type fail until it is; sudo apt install %s"
        .formatted(tool, tool);
  }

  /** Since 1.63 it gives a file its name only once it is whole. */
  static String older(String version) {
    Matcher parts = VERSION.matcher(version);
    boolean isOld =
        parts.find()
            && Integer.parseInt(parts.group(1)) == 1
            && Integer.parseInt(parts.group(2)) < 63;
    return isOld
        ? "rclone before 1.63 leaves parts of files under their final names when it is stopped:"
            + " a copy counts only once it was compared"
        : "";
  }

  private static String version(List<String> question, Path folder) {
    ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();
    Child.Ear ear =
        new Child.Ear() {
          @Override
          public void out(String line) {
            said.add(line);
          }

          @Override
          public void err(String line) {
            // what it complains about is nothing to its version
          }
        };
    return Child.start(question, folder, Map.of(), ear) instanceof Child.Start.Running(var child)
            && isGood(child)
        ? said.stream()
            .map(VERSION::matcher)
            .filter(Matcher::find)
            .map(Matcher::group)
            .findFirst()
            .orElse("")
        : "";
  }

  private static boolean isGood(Child child) {
    try {
      OptionalInt code = child.await(PATIENCE);
      if (code.isEmpty()) {
        child.stop(Duration.ofSeconds(1));
      }
      return code.isPresent() && code.getAsInt() == 0;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
