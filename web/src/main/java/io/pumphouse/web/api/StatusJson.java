package io.pumphouse.web.api;

import io.pumphouse.web.model.Alarms;
import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.PumpStatus;
import io.pumphouse.web.page.Shown;

/** Health board, pumps and their alarms in one JSON object, for programs at a shell. */
public final class StatusJson {
  private StatusJson() {}

  public static String of(Health.Report report, LiveReadings live, Alarms alarms) {
    return Json.object(
        json -> {
          HealthJson.fields(json, report);
          json.writeArrayFieldStart("pumps");
          for (PumpStatus pump : live.pumps()) {
            json.writeStartObject();
            PumpJson.fields(json, pump);
            AlarmJson.active(json, "alarms", alarms.active(pump.id()));
            json.writeArrayFieldStart("readings");
            for (LiveReading reading : live.readings(pump.id())) {
              json.writeStartObject();
              ReadingJson.fields(json, reading, Shown.of(reading));
              json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }
}
