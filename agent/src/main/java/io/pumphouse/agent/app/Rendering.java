package io.pumphouse.agent.app;

import io.pumphouse.agent.command.AsJson;
import io.pumphouse.web.api.AlarmJson;
import io.pumphouse.web.api.BoardJson;
import io.pumphouse.web.api.FrameJson;
import io.pumphouse.web.api.JobJson;
import io.pumphouse.web.api.LineJson;
import io.pumphouse.web.api.MediaJson;
import io.pumphouse.web.api.StatusJson;
import io.pumphouse.web.api.WriteJson;
import io.pumphouse.web.model.Health;

/** Has the API write what commands print with {@code --json}. */
final class Rendering {
  private Rendering() {}

  static AsJson asJson(Health health, PumpRoom pumps) {
    return new AsJson(
        () -> StatusJson.of(health.report(), pumps.latest(), pumps.alarms()),
        AlarmJson::of,
        LineJson::of,
        FrameJson::of,
        WriteJson::of,
        JobJson::of,
        JobJson::run,
        MediaJson::of,
        MediaJson::of,
        BoardJson::of);
  }
}
