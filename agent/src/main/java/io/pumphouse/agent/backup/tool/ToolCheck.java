package io.pumphouse.agent.backup.tool;

import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.JobTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which tools there are, as they say themselves. What one said holds for an hour, or until another
 * file is in its place, so that a form costs no process each time and one that was just installed
 * is seen at once. Thread-safe; starts them, so it may wait.
 */
public final class ToolCheck {
  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Pattern VERSION = Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})(\\.\\d+)?");

  /** Since then it tells its progress as a whole. */
  private static final String RSYNC = "3.1";

  /** Since then it gives a file its name only once it is whole. */
  private static final String RCLONE = "1.63";

  private final TimeSource time;
  private final String path;
  private final Map<String, Known> known = new HashMap<>();

  /** What a tool said, and of which file. */
  private record Known(String file, long nanos, String version) {
    static final Known NOTHING = new Known("", 0, "");

    /** A tool that said nothing, on a busy machine, is asked again. */
    boolean isOf(String now) {
      return file.equals(now) && !version.isEmpty();
    }
  }

  /**
   * Asks nobody yet.
   *
   * @param path where to look, as the variable PATH has it
   */
  public ToolCheck(TimeSource time, String path) {
    this.time = time;
    this.path = path;
  }

  /** Both, in the order of the types of jobs. */
  public synchronized List<JobTool> all() {
    return List.of(tool("rsync", "--version", RSYNC), tool("rclone", "version", RCLONE));
  }

  private JobTool tool(String name, String question, String minimum) {
    List<Path> there = there(name);
    if (there.isEmpty()) {
      known.remove(name);
      return new JobTool(name, "", "", minimum, missing(name));
    }
    Path file = there.getFirst();
    String version = version(name, file, question);
    return new JobTool(name, "" + file, version, minimum, consequence(name, version));
  }

  /** The one that the system would start; none if there is none. */
  private List<Path> there(String name) {
    return Stream.of(path.split(":", -1))
        .filter(folder -> folder.startsWith("/"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .limit(1)
        .toList();
  }

  private String version(String name, Path tool, String question) {
    String file = tool + " " + changed(tool);
    Known last = known.getOrDefault(name, Known.NOTHING);
    if (!last.isOf(file) || time.nanos() - last.nanos() > FRESH.toNanos()) {
      last = new Known(file, time.nanos(), asked(tool, question));
      known.put(name, last);
    }
    return last.version();
  }

  private static String changed(Path tool) {
    try {
      return "" + Files.getLastModifiedTime(tool);
    } catch (IOException e) {
      return e.toString(); // it is asked, and says what is wrong with it
    }
  }

  static String consequence(String name, String version) {
    if (version.isEmpty()) {
      return name + " does not say its version: jobs of this type may fail; run it by hand";
    }
    return name.equals("rsync") ? olderRsync(version) : olderRclone(version);
  }

  private static String missing(String tool) {
    return "%s is not installed: jobs of this type fail until it is; sudo apt install %s"
        .formatted(tool, tool);
  }

  private static String olderRsync(String version) {
    return isBelow(version, RSYNC)
        ? "rsync before " + RSYNC + " does not know --info: jobs of this type fail"
        : "";
  }

  private static String olderRclone(String version) {
    return isBelow(version, RCLONE)
        ? "rclone before "
            + RCLONE
            + " leaves parts of files under their final names when it is stopped:"
            + " a copy counts only once it was compared"
        : "";
  }

  private static boolean isBelow(String version, String oldest) {
    return rank(version) < rank(oldest);
  }

  /** What cannot be read counts as new. */
  private static long rank(String version) {
    Matcher parts = VERSION.matcher(version);
    return parts.find()
        ? Long.parseLong(parts.group(1)) * 10_000 + Long.parseLong(parts.group(2))
        : Long.MAX_VALUE;
  }

  private static String asked(Path tool, String question) {
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
    return Child.start(List.of("" + tool, question), Path.of("/"), Map.of(), ear)
                instanceof Child.Start.Running(var child)
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
