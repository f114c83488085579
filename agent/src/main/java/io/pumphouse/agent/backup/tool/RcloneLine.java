package io.pumphouse.agent.backup.tool;

import io.pumphouse.web.model.Bandwidth;
import io.pumphouse.web.model.JobType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The argument arrays of rclone; no shell ever sees them. Where the destination is a folder of this
 * machine, rclone is to stand in it, so that nothing is written under a mount point whose medium
 * went away. Immutable.
 *
 * @param job what to copy
 */
public record RcloneLine(JobType.Rclone job) {
  /** rclone makes every path an absolute one; this is where it stands, whatever that is called. */
  private static final String HERE = "/proc/self/cwd";

  /** A copy; two files at a time bound what a stop costs, and the memory of a Pi. */
  public List<String> copy(Bandwidth bandwidth) {
    List<String> all = head(verb());
    all.addAll(List.of("--check-first", "--retries=1", "--transfers=2", "--buffer-size=4M"));
    if (!bandwidth.steps().isEmpty()) {
      all.add("--bwlimit=" + timetable(bandwidth));
    }
    return tail(all, standing());
  }

  /** What a copy would do. */
  public List<String> dryRun() {
    List<String> all = head(verb());
    all.add("--dry-run");
    return tail(all, job.destination());
  }

  /**
   * Whether everything is there. Before 1.63 a killed rclone leaves parts under their final names
   * (rclone docs, --inplace), so nothing but this comparison says that a copy is whole.
   *
   * @param equal where to write the names of the files that are
   */
  public List<String> compare(Path equal) {
    List<String> all = head("check");
    all.addAll(List.of("--one-way", "--match=" + equal));
    return tail(all, standing());
  }

  private String verb() {
    return job.how().isMirror() ? "sync" : "copy";
  }

  private List<String> head(String verb) {
    List<String> all =
        new ArrayList<>(
            List.of("rclone", verb, "--use-json-log", "--stats=1s", "--stats-log-level=NOTICE"));
    if (!job.how().rcloneConfig().isEmpty()) {
      all.add("--config=" + job.how().rcloneConfig());
    }
    return all;
  }

  private String standing() {
    return Place.of(job.destination()) instanceof Place.Folder ? HERE : job.destination();
  }

  private List<String> tail(List<String> all, String destination) {
    boolean isCheck = all.get(1).equals("check");
    job.how().flags().stream()
        .filter(flag -> !isCheck || !flag.startsWith("--create-empty"))
        .forEach(all::add);
    all.addAll(List.of("--exclude=.pumphouse-destination", "--", job.source(), destination));
    return List.copyOf(all);
  }

  /** rclone keeps to a timetable by itself: {@code 07:00,524288B 23:00,off}. */
  private static String timetable(Bandwidth bandwidth) {
    return bandwidth.steps().stream()
        .map(
            step ->
                step.from()
                    + ","
                    + (step.bytesPerSecond() == 0 ? "off" : step.bytesPerSecond() + "B"))
        .collect(Collectors.joining(" "));
  }
}
