package io.pumphouse.web.live;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.api.AlarmJson;
import io.pumphouse.web.api.EventJson;
import io.pumphouse.web.api.JobJson;
import io.pumphouse.web.api.PumpJson;
import io.pumphouse.web.api.ReadingJson;
import io.pumphouse.web.model.ActiveAlarm;
import io.pumphouse.web.model.Happening;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.page.Shown;
import io.pumphouse.web.page.Words;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
  static Message snapshot(List<News> pumps) {
    return Message.of(
        "snapshot",
        json -> {
          json.writeArrayFieldStart("pumps");
          for (News pump : pumps) {
            json.writeStartObject();
            pump(json, pump);
            json.writeArrayFieldStart("readings");
            for (LiveReading reading : pump.readings()) {
              whole(json, reading);
            }
            json.writeEndArray();
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  /**
   * What changed. Whatever a pump or a reading leaves out is as it was told before; a reading
   * without an age of its own, and one that is only named, has that of the message.
   */
  static Message readings(News news) {
    return Message.of(
        "readings",
        json -> {
          json.writeObjectFieldStart("pump");
          if (news.isOther()) {
            pump(json, news);
          } else {
            PumpJson.answer(json, news.pump());
          }
          json.writeEndObject();
          age(json, news);
          json.writeArrayFieldStart("readings");
          for (LiveReading reading : news.fresh()) {
            whole(json, reading);
          }
          for (LiveReading reading : news.moved()) {
            change(json, reading);
          }
          json.writeEndArray();
          again(json, news.again());
        });
  }

  /**
   * An alarm came or is over.
   *
   * @param state {@code active} or {@code over}
   */
  static Message alarm(PumpId pump, String state, ActiveAlarm alarm) {
    return Message.of(
        "alarm",
        json -> {
          json.writeStringField("pump", pump.name());
          json.writeStringField("state", state);
          AlarmJson.fields(json, alarm);
        });
  }

  /** Something happened. */
  static Message event(Happening event) {
    return Message.of("event", json -> EventJson.fields(json, event));
  }

  /** There are new entries in the log. */
  static Message log() {
    return Message.of("log", _ -> {});
  }

  /** How a backup run goes. */
  static Message jobUpdate(JobRun run) {
    return Message.of("job_update", json -> JobJson.fields(json, run));
  }

  /** How a backup run ended. */
  static Message jobFinalUpdate(JobRun run) {
    return Message.of("job_final_update", json -> JobJson.fields(json, run));
  }

  private static void pump(JsonGenerator json, News news) throws IOException {
    PumpJson.fields(json, news.pump());
    json.writeStringField("link_text", Words.of(news.pump().link()));
    AlarmJson.active(json, "alarms", news.alarms());
  }

  /** That of the oldest: all of them were asked since the message before. */
  private static void age(JsonGenerator json, News news) throws IOException {
    Optional<LiveReading> oldest =
        Stream.concat(news.moved().stream(), news.again().stream())
            .max(Comparator.comparing(LiveReading::age));
    if (oldest.isPresent()) {
      ReadingJson.age(json, oldest.get());
    }
  }

  private static void whole(JsonGenerator json, LiveReading reading) throws IOException {
    Shown shown = Shown.of(reading);
    json.writeStartObject();
    ReadingJson.fields(json, reading, shown);
    json.writeStringField("text", shown.text());
    json.writeStringField("suffix", shown.suffix());
    json.writeEndObject();
  }

  private static void change(JsonGenerator json, LiveReading reading) throws IOException {
    Shown shown = Shown.of(reading);
    json.writeStartObject();
    ReadingJson.change(json, reading, shown);
    json.writeStringField("text", shown.text());
    if (!reading.meaning().isEmpty()) {
      json.writeStringField("suffix", shown.suffix());
    }
    json.writeEndObject();
  }

  private static void again(JsonGenerator json, List<LiveReading> again) throws IOException {
    if (!again.isEmpty()) {
      json.writeArrayFieldStart("again");
      for (LiveReading reading : again) {
        json.writeString(reading.name());
      }
      json.writeEndArray();
    }
  }
}
