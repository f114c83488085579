package io.pumphouse.web.live;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.web.api.AlarmJson;
import io.pumphouse.web.api.PumpJson;
import io.pumphouse.web.api.ReadingJson;
import io.pumphouse.web.model.ActiveAlarm;
import io.pumphouse.web.model.Alarms;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.PumpStatus;
import io.pumphouse.web.page.Shown;
import io.pumphouse.web.page.Words;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Everything the server says on the socket. */
final class Messages {
  private Messages() {}

  static Message connectionStatus(String version, Instant serverTime) {
    return Message.of(
        "connection_status",
        json -> {
          json.writeStringField("version", version);
          json.writeStringField("server_time", serverTime.toString());
        });
  }

  static Message pong() {
    return Message.of("pong", _ -> {});
  }

  static Message error(String cause, String next) {
    return Message.of(
        "error",
        json -> {
          json.writeStringField("cause", cause);
          json.writeStringField("next", next);
        });
  }

  /** Everything that is known now. */
  static Message snapshot(LiveReadings live, Alarms alarms) {
    return Message.of(
        "snapshot",
        json -> {
          json.writeArrayFieldStart("pumps");
          for (PumpStatus pump : live.pumps()) {
            json.writeStartObject();
            pump(json, pump, alarms.active(pump.id()));
            readings(json, live.readings(pump.id()));
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  /**
   * What changed in full, and of everything the age.
   *
   * @param alarms those that are active now
   * @param changed those of the readings that differ from what clients were told before
   * @param readings all of this pump
   */
  static Message readings(
      PumpStatus pump,
      List<ActiveAlarm> alarms,
      List<LiveReading> changed,
      List<LiveReading> readings) {
    return Message.of(
        "readings",
        json -> {
          json.writeObjectFieldStart("pump");
          pump(json, pump, alarms);
          json.writeEndObject();
          readings(json, changed);
          json.writeObjectFieldStart("ages_ms");
          for (LiveReading reading : readings) {
            json.writeNumberField(reading.name(), reading.age().toMillis());
          }
          json.writeEndObject();
        });
  }

  private static void pump(JsonGenerator json, PumpStatus pump, List<ActiveAlarm> alarms)
      throws IOException {
    PumpJson.fields(json, pump);
    json.writeStringField("link_text", Words.of(pump.link()));
    AlarmJson.active(json, "alarms", alarms);
  }

  private static void readings(JsonGenerator json, List<LiveReading> readings) throws IOException {
    json.writeArrayFieldStart("readings");
    for (LiveReading reading : readings) {
      Shown shown = Shown.of(reading);
      json.writeStartObject();
      ReadingJson.fields(json, reading, shown);
      json.writeStringField("text", shown.text());
      json.writeStringField("suffix", shown.suffix());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
