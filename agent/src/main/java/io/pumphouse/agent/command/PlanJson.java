package io.pumphouse.agent.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.reading.RegisterId;
import java.io.IOException;
import java.time.Duration;

/** What asking a pump on time takes, as a JSON object, for programs. */
final class PlanJson {
  private PlanJson() {}

  static String of(Workload workload) {
    return JsonText.of(
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("occasions");
          for (Workload.Occasion occasion : workload.occasions()) {
            write(occasion, json);
          }
          json.writeEndArray();
          load(workload, json);
          json.writeEndObject();
        });
  }

  private static void write(Workload.Occasion occasion, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("intervals_ms");
    for (Duration interval : occasion.intervals()) {
      json.writeNumber(interval.toMillis());
    }
    json.writeEndArray();
    json.writeNumberField("per_hour", occasion.perSecond() * Duration.ofHours(1).toSeconds());
    json.writeNumberField("line_time_ms", millis(occasion.lineTime()));
    json.writeArrayFieldStart("requests");
    for (PlannedRead read : occasion.reads()) {
      write(read, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(PlannedRead read, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("request", read.span());
    json.writeArrayFieldStart("registers");
    for (RegisterId register : read.registers()) {
      json.writeString(register.name());
    }
    json.writeEndArray();
    json.writeNumberField("line_time_ms", millis(read.lineTime()));
    json.writeEndObject();
  }

  /** Line time in each second; {@code stretch} is by how much every interval grows, from 1. */
  private static void load(Workload workload, JsonGenerator json) throws IOException {
    json.writeNumberField("own_ms_per_second", millis(workload.ownPerSecond()));
    json.writeNumberField("others_ms_per_second", millis(workload.othersPerSecond()));
    json.writeNumberField("available_ms_per_second", millis(Workload.AVAILABLE));
    json.writeNumberField("stretch", workload.stretch());
  }

  private static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }
}
