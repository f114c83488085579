package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.hal.reading.Alarm;
import io.pumphouse.web.model.ActiveAlarm;
import io.pumphouse.web.model.ActiveAlarm.Since;
import io.pumphouse.web.model.AlarmReport;
import io.pumphouse.web.model.LastAlarm;
import io.pumphouse.web.model.PastAlarm;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;

/** A pump's alarms as JSON. */
public final class AlarmJson {
  private AlarmJson() {}

  /** The whole report, and what is over. */
  public static String of(AlarmReport report, List<PastAlarm> past) {
    return Json.object(
        json -> {
          fields(json, report);
          past(json, past);
        });
  }

  private static void fields(JsonGenerator json, AlarmReport report) throws IOException {
    json.writeStringField("pump", report.pump().name());
    json.writeStringField("state", report.state().word());
    ReadingJson.stringOrNull(json, "why", report.why());
    active(json, "active", report.active());
    last(json, report.last());
  }

  /** What is active now, as an array of this name. */
  public static void active(JsonGenerator json, String field, List<ActiveAlarm> alarms)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (ActiveAlarm active : alarms) {
      json.writeStartObject();
      fields(json, active);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** One that is active, or was until now. */
  public static void fields(JsonGenerator json, ActiveAlarm active) throws IOException {
    alarm(json, active.alarm());
    json.writeBooleanField("certain", active.isCertain());
    json.writeStringField("words", active.words());
    since(json, active.since());
  }

  /** Newest first. What was not seen to begin, or to end, has the time when that was noticed. */
  private static void past(JsonGenerator json, List<PastAlarm> alarms) throws IOException {
    json.writeArrayFieldStart("past");
    for (PastAlarm past : alarms) {
      json.writeStartObject();
      alarm(json, past.alarm());
      json.writeBooleanField("certain", past.isCertain());
      json.writeStringField("words", past.words());
      json.writeStringField("since", past.since().toString());
      json.writeBooleanField("since_seen", past.isSinceSeen());
      json.writeStringField("until", past.until().toString());
      json.writeBooleanField("until_seen", past.isUntilSeen());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** {@code since} is null where the alarm was there before the agent started. */
  private static void since(JsonGenerator json, Since since) throws IOException {
    switch (since) {
      case Since.At(var at, var age) -> {
        json.writeStringField("since", at.toString());
        json.writeNumberField("since_age_ms", age.toMillis());
      }
      case Since.BeforeStart _ -> {
        json.writeNullField("since");
        json.writeNullField("since_age_ms");
      }
    }
  }

  private static void last(JsonGenerator json, LastAlarm last) throws IOException {
    json.writeObjectFieldStart("last");
    switch (last) {
      case LastAlarm.Untold _ -> json.writeStringField("state", "untold");
      case LastAlarm.None _ -> json.writeStringField("state", "none");
      case LastAlarm.Unknown(String why) -> {
        json.writeStringField("state", "unknown");
        json.writeStringField("why", why);
      }
      case LastAlarm.Was(Alarm alarm) -> {
        json.writeStringField("state", "known");
        alarm(json, alarm);
      }
      case LastAlarm.WasAt(Alarm alarm, LocalDateTime at) -> {
        json.writeStringField("state", "known");
        alarm(json, alarm);
        json.writeStringField("pump_time", at.toString());
      }
    }
    json.writeEndObject();
  }

  private static void alarm(JsonGenerator json, Alarm alarm) throws IOException {
    ReadingJson.stringOrNull(json, "code", alarm.code());
    json.writeStringField("text", alarm.text());
    ReadingJson.stringOrNull(json, "severity", alarm.severity().word());
    ReadingJson.stringOrNull(json, "class", alarm.category());
  }
}
