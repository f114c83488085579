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

  /** Those that somebody may have to install, those that are types of jobs first. */
  private static final List<Need> NEEDS =
      List.of(
          new Need("rsync", "--version", "3.1", "rsync", "jobs of this type fail until it is"),
          new Need("rclone", "version", "1.63", "rclone", "jobs of this type fail until it is"),
          new Need(
              "ssh", "-V", "", "openssh-client", "rsync reaches other machines only by rsync://"),
          new Need("choom", "--version", "2.33", "util-linux", "no job can be started"),
          new Need("umount", "--version", "", "mount", "media cannot be let go of before pulling"));

  private final TimeSource time;
  private final String path;
  private final Map<String, Known> known = new HashMap<>();

  /**
   * A tool that the agent starts.
   *
   * @param question makes it say its version
   * @param minimum the oldest that will do; empty if any does
   * @param from the package of Debian it comes in
   * @param missing what follows if it is not there
   */
  private record Need(String name, String question, String minimum, String from, String missing) {
    JobTool absent() {
      String consequence =
          "%s is not installed: %s; sudo apt install %s".formatted(name, missing, from);
      return new JobTool(name, "", "", minimum, consequence);
    }
  }

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

  /** All of them, rsync and rclone first. */
  public synchronized List<JobTool> all() {
    return NEEDS.stream().map(this::tool).toList();
  }

  private JobTool tool(Need need) {
    String name = need.name();
    List<Path> there = there(name);
    if (there.isEmpty()) {
      known.remove(name);
      return need.absent();
    }
    Path file = there.getFirst();
    String version = version(name, file, need.question());
    return new JobTool(name, "" + file, version, need.minimum(), consequence(name, version));
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
      return name + " does not say its version: jobs that need it may fail; run it by hand";
    }
    return switch (name) {
      case "rsync" ->
          older(version, "3.1", "rsync before 3.1 does not know --info: jobs of this type fail");
      case "rclone" ->
          older(
              version,
              "1.63",
              "rclone before 1.63 leaves parts of files under their final names when it is stopped:"
                  + " a copy counts only once it was compared");
      case "choom" -> older(version, "2.33", "choom before 2.33 starts no program: no job runs");
      default -> "";
    };
  }

  private static String older(String version, String oldest, String consequence) {
    return isBelow(version, oldest) ? consequence : "";
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
    ConcurrentLinkedQueue<String> aside = new ConcurrentLinkedQueue<>();
    Child.Ear ear =
        new Child.Ear() {
          @Override
          public void out(String line) {
            said.add(line);
          }

          @Override
          public void err(String line) {
            aside.add(line); // ssh says it there
          }
        };
    return Child.start(List.of("" + tool, question), Path.of("/"), Map.of(), ear)
                instanceof Child.Start.Running(var child)
            && isGood(child)
        ? Stream.concat(said.stream(), aside.stream())
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
