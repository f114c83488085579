package io.pumphouse.web.sample;

import io.pumphouse.web.model.JobObjection;
import io.pumphouse.web.model.JobTool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a form of a job is told. */
final class Paperwork {
  private Paperwork() {}

  /** Only whole paths, and no policy of one. */
  static List<JobObjection> objections(Map<String, String> settings) {
    List<JobObjection> all = new ArrayList<>();
    String to = settings.getOrDefault("destination", "");
    if (!to.startsWith("/")) {
      all.add(
          new JobObjection(
              "destination",
              to.isEmpty() ? "nothing" : "\"" + to + "\"",
              "an absolute path, such as /media/stick/copies"));
    }
    if (settings.getOrDefault("keep-last", "").equals("1")) {
      all.add(
          new JobObjection(
              "keep-last",
              "1",
              "2 or more: the only one left may turn out damaged the day it is needed"));
    }
    return all;
  }

  /** One is missing, one is old. */
  static List<JobTool> tools() {
    return List.of(
        new JobTool("rsync", "", "", "3.1", "rsync is not installed: sudo apt install rsync"),
        new JobTool(
            "rclone",
            "/usr/bin/rclone",
            "v1.60.1",
            "1.63",
            "rclone before 1.63 leaves parts of files"));
  }
}
