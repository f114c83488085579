package io.pumphouse.agent.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Parameters;

/** Settings as they are typed: {@code key=value}, the keys those of {@code jobs.yaml}. */
final class JobSettings {
  @Parameters(index = "0", paramLabel = "JOB", description = "The job's id.")
  private String id = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "KEY=VALUE",
      description = {
        "type=snapshot, rsync, rclone or drill; source=, destination=; schedule=on-demand,",
        "\"every 6h\" or \"30 3 * * *\"; bandwidth=\"512 KiB/s\"; mirror=yes; same-disk=yes;",
        "marker=, flags=, …; keep-last=3, keep-hourly=, keep-daily=7, keep-weekly=4,",
        "keep-monthly=, keep-yearly=;",
        "an empty value takes a setting back"
      })
  private List<String> settings = new ArrayList<>();

  String id() {
    return id;
  }

  Map<String, String> map() {
    Map<String, String> map = new LinkedHashMap<>();
    for (String setting : settings) {
      int at = setting.indexOf('=');
      map.put(at < 0 ? setting : setting.substring(0, at), at < 0 ? "" : setting.substring(at + 1));
    }
    return map;
  }
}
