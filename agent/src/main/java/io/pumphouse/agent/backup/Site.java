package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.medium.Identity;
import io.pumphouse.agent.backup.medium.Manifest;
import io.pumphouse.agent.backup.tool.Child;
import io.pumphouse.agent.clock.Trust;
import io.pumphouse.agent.config.JobHabits;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.JobRuns;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where runs happen.
 *
 * @param data the agent's folder, absolute
 * @param zone of its calendar
 * @param trust whether the time can be believed
 * @param habits how jobs are run here where they say nothing else
 * @param listener is told how runs go
 */
record Site(
    Path data,
    ZoneId zone,
    RunMemory memory,
    TimeSource time,
    Trust trust,
    Surroundings surroundings,
    Supplier<JobHabits> habits,
    JobRuns.Listener listener) {

  LiveRun live(JobRun run) {
    return new LiveRun(run, memory, time, listener);
  }

  /** Whose snapshots those of this job are. */
  Manifest.Origin origin(String job) throws IOException {
    return new Manifest.Origin(Identity.of(data), job);
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
