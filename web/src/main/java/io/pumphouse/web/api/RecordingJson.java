package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Recording;
import io.pumphouse.web.model.Recording.Head;
import io.pumphouse.web.model.Recording.Tick;
import io.pumphouse.web.model.RegisterStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Recordings of the black box as JSON. */
final class RecordingJson {
  private static final Comparator<Map.Entry<RegisterId, List<Tick>>> BY_REGISTER =
      Comparator.comparing(entry -> entry.getKey().name());

  private RecordingJson() {}

  static void heads(JsonGenerator json, List<Head> heads) throws IOException {
    json.writeStartArray();
    for (Head head : heads) {
      json.writeStartObject();
      head(json, head);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void head(JsonGenerator json, Head head) throws IOException {
    json.writeNumberField("id", head.id());
    json.writeStringField("pump", head.pump().name());
    json.writeStringField("at", head.at().toString());
    json.writeStringField("alarm", head.alarm());
  }

  /**
   * One of them, whole.
   *
   * @param registers what is known of a register now; the map may have changed since
   */
  static void whole(
      JsonGenerator json,
      Recording recording,
      Function<RegisterId, Optional<RegisterStatus>> registers)
      throws IOException {
    json.writeStartObject();
    head(json, recording.head());
    json.writeArrayFieldStart("registers");
    for (var entry : recording.byRegister().entrySet().stream().sorted(BY_REGISTER).toList()) {
      json.writeStartObject();
      json.writeStringField("register", entry.getKey().name());
      BigDecimal scale = register(json, registers.apply(entry.getKey()));
      ticks(json, entry.getValue(), scale);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Returns what makes its raw steps quantities: 1 for one that the map does not have. */
  private static BigDecimal register(JsonGenerator json, Optional<RegisterStatus> known)
      throws IOException {
    if (known.isEmpty()) {
      json.writeNullField("metric");
      json.writeNullField("label");
      json.writeNullField("unit");
      return BigDecimal.ONE;
    }
    json.writeStringField("metric", known.get().name());
    json.writeStringField("label", known.get().register().label());
    json.writeStringField("unit", known.get().register().unit().symbol());
    return known.get().register().scale();
  }

  private static void ticks(JsonGenerator json, List<Tick> ticks, BigDecimal scale)
      throws IOException {
    json.writeArrayFieldStart("from_alarm_ms");
    for (Tick tick : ticks) {
      json.writeNumber(tick.fromAlarm().toMillis());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("value");
    for (Tick tick : ticks) {
      switch (tick) {
        case Tick.Value(_, long raw) -> json.writeNumber(scale.multiply(BigDecimal.valueOf(raw)));
        case Tick.Gap _ -> json.writeNull();
      }
    }
    json.writeEndArray();
    json.writeArrayFieldStart("reason");
    for (Tick tick : ticks) {
      switch (tick) {
        case Tick.Value _ -> json.writeNull();
        case Tick.Gap(_, String reason) -> json.writeString(reason);
      }
    }
    json.writeEndArray();
  }
}
