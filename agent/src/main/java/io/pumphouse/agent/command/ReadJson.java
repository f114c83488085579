package io.pumphouse.agent.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Sample;
import java.io.IOException;
import java.util.List;

/** What a pump said when asked, as a bare JSON array, for programs. */
final class ReadJson {
  private ReadJson() {}

  static String of(RegisterMap map, List<Sample> samples) {
    return JsonText.of(
        json -> {
          json.writeStartArray();
          for (Sample sample : samples) {
            write(map, map.find(sample.register()).orElseThrow(), sample, json);
          }
          json.writeEndArray();
        });
  }

  private static void write(RegisterMap map, Register register, Sample sample, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("register", register.id().name());
    json.writeStringField("name", map.nameOf(register.id()));
    JsonText.texts(json, "words", WireWords.of(map, register, sample));
    value(register, sample, json);
    json.writeStringField("source", register.source());
    json.writeEndObject();
  }

  /** {@code value} is null unless {@code state} is value, {@code reason} unless it is invalid. */
  private static void value(Register register, Sample sample, JsonGenerator json)
      throws IOException {
    json.writeFieldName("value");
    if (sample instanceof Reading reading) {
      json.writeNumber(register.decimal(reading.raw()));
    } else {
      json.writeNull();
    }
    json.writeStringField("unit", register.unit().symbol());
    json.writeStringField(
        "state",
        switch (sample) {
          case Reading _ -> "value";
          case Missing _ -> "missing";
          case Invalid _ -> "invalid";
        });
    json.writeFieldName("reason");
    if (sample instanceof Invalid invalid) {
      json.writeString(invalid.fault().code());
    } else {
      json.writeNull();
    }
  }
}
