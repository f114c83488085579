package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.tool.Child;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.JobRuns;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;

/**
 * Where runs happen.
 *
 * @param data the agent's folder, absolute
 * @param zone of its calendar
 * @param listener is told how runs go
 */
record Site(
    Path data,
    ZoneId zone,
    RunMemory memory,
    TimeSource time,
    Surroundings surroundings,
    JobRuns.Listener listener) {

  LiveRun live(JobRun run) {
    return new LiveRun(run, memory, time, listener);
  }

  Path logs() {
    return data.resolve(RunLog.FOLDER);
  }

  RunLog log(String name) {
    return new RunLog(logs().resolve(name), time);
  }

  LocalTime timeOfDay() {
    return LocalTime.ofInstant(time.wall(), zone);
  }

  /** What a run is called in the environment of its tools. */
  String token(long run) {
    return data + "#" + run;
  }

  /** What a tool is told besides its arguments. */
  Map<String, String> environment(String token) {
    return Map.of(Child.TOKEN, token, "TZ", zone.getId());
  }
}
