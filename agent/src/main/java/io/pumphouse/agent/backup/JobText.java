package io.pumphouse.agent.backup;

import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.Bandwidth;
import io.pumphouse.web.model.JobTiming;
import io.pumphouse.web.model.JobType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Jobs as the settings of {@code jobs.yaml}, those that differ from their defaults. Pure. */
final class JobText {
  private static final long KIB = 1024;

  private JobText() {}

  /** The settings of a job in the order of the file, its id not among them. */
  static Map<String, String> settings(BackupJob job) {
    Map<String, String> all = new LinkedHashMap<>();
    put(all, "name", job.name(), job.id());
    all.put("type", job.type().word());
    tree(job.type(), all);
    put(all, "schedule", timing(job.timing()), "on-demand");
    put(all, "enabled", word(job.isEnabled()), "yes");
    put(all, "jitter", duration(job.jitter()), "0s");
    put(all, "bandwidth", bandwidth(job.bandwidth()), "");
    put(all, "attempts", "" + job.attempts(), "" + BackupJob.USUAL_ATTEMPTS);
    put(all, "same-disk", word(job.maySameDisk()), "no");
    put(all, "marker", job.marker(), "");
    job.keep().forEach((kind, count) -> all.put("keep-" + kind, "" + count));
    return all;
  }

  private static void tree(JobType type, Map<String, String> all) {
    switch (type) {
      case JobType.Snapshot(var to) -> all.put("destination", to);
      case JobType.Drill(var to) -> all.put("destination", to);
      case JobType.Rsync(var from, var to, var how) -> tree(from, to, how, all);
      case JobType.Rclone(var from, var to, var how) -> tree(from, to, how, all);
    }
  }

  private static void tree(String from, String to, JobType.Copying how, Map<String, String> all) {
    all.put("source", from);
    all.put("destination", to);
    put(all, "mirror", word(how.isMirror()), "no");
    put(all, "verify", word(how.isVerified()), "no");
    put(all, "move", word(how.isMove()), "no");
    put(all, "flags", String.join(" ", how.flags()), "");
    put(all, "ssh-port", "" + how.sshPort(), "0");
    put(all, "ssh-identity", how.sshIdentity(), "");
    put(all, "ssh-known-hosts", how.sshKnownHosts(), "");
    put(all, "password-file", how.passwordFile(), "");
    put(all, "rclone-config", how.rcloneConfig(), "");
  }

  private static void put(Map<String, String> all, String key, String value, String ordinary) {
    if (!value.equals(ordinary)) {
      all.put(key, value);
    }
  }

  private static String word(boolean is) {
    return is ? "yes" : "no";
  }

  private static String timing(JobTiming timing) {
    return switch (timing) {
      case JobTiming.OnDemand _ -> "on-demand";
      case JobTiming.Every(Duration interval) -> "every " + duration(interval);
      case JobTiming.Calendar(String cron) -> cron;
    };
  }

  /** {@code 512 KiB/s}, {@code unlimited}, or {@code 07:00 512 KiB/s, 23:00 unlimited}. */
  private static String bandwidth(Bandwidth bandwidth) {
    List<Bandwidth.Step> steps = bandwidth.steps();
    return steps.size() == 1
        ? rate(steps.getFirst().bytesPerSecond())
        : steps.stream()
            .map(step -> step.from() + " " + rate(step.bytesPerSecond()))
            .collect(Collectors.joining(", "));
  }

  private static String rate(long bytesPerSecond) {
    return bytesPerSecond == 0 ? "unlimited" : bytesPerSecond / KIB + " KiB/s";
  }

  private static String duration(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds > 0 && seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds > 0 && seconds % 3_600 == 0) {
      return seconds / 3_600 + "h";
    }
    return seconds > 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  /** The whole file, every value in quotes, so that YAML guesses at none. */
  static String file(Bandwidth forAll, List<Map<String, String>> jobs) {
    StringBuilder text =
        new StringBuilder("# Backup jobs. Edit by hand or with: pumphouse jobs edit\n");
    if (!forAll.equals(Bandwidth.USUAL)) {
      text.append("bandwidth: ").append(quoted(bandwidth(forAll))).append('\n');
    }
    if (!jobs.isEmpty()) {
      text.append("jobs:\n");
    }
    for (Map<String, String> job : jobs) {
      String lead = "  - ";
      for (Map.Entry<String, String> entry : job.entrySet()) {
        text.append(lead).append(entry.getKey()).append(": ").append(quoted(entry.getValue()));
        text.append('\n');
        lead = "    ";
      }
    }
    return text.toString();
  }

  private static String quoted(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
