package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.Last;
import io.pumphouse.web.model.RegisterStatus;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;

/** A register and how it fares, as JSON. */
final class RegisterJson {
  private RegisterJson() {}

  static void array(JsonGenerator json, Iterator<RegisterStatus> registers) throws IOException {
    json.writeStartArray();
    while (registers.hasNext()) {
      json.writeStartObject();
      fields(json, registers.next());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void fields(JsonGenerator json, RegisterStatus status) throws IOException {
    place(json, status);
    ReadingJson.stringOrNull(json, "state", state(status.newest()));
    json.writeArrayFieldStart("words");
    for (int word : status.words()) {
      json.writeString(String.format(Locale.ROOT, "%04X", word));
    }
    json.writeEndArray();
    good(json, status.register(), status.good());
    bad(json, status.bad());
    quarantine(json, status.newest());
    json.writeNumberField("values", status.values());
    json.writeNumberField("missing", status.missing());
    json.writeNumberField("faults", status.faults());
    json.writeStringField("source", status.register().source());
  }

  private static void place(JsonGenerator json, RegisterStatus status) throws IOException {
    Register register = status.register();
    json.writeStringField("id", register.id().name());
    json.writeStringField("metric", status.name());
    json.writeStringField("label", register.label());
    json.writeStringField("space", register.space().word());
    json.writeNumberField("address", register.address());
    json.writeStringField("type", register.type().word());
    json.writeNumberField("scale", register.scale());
    json.writeStringField("unit", register.unit().symbol());
    json.writeBooleanField("writable", register.isWritable());
    if (status.every().isZero()) {
      json.writeNullField("interval_ms");
    } else {
      json.writeNumberField("interval_ms", status.every().toMillis());
    }
  }

  private static String state(Last<Sample> newest) {
    return switch (newest) {
      case Last.Never<Sample> _ -> "";
      case Last.Was<Sample>(Reading _, _) -> "value";
      case Last.Was<Sample>(Missing _, _) -> "missing";
      case Last.Was<Sample>(Invalid _, _) -> "invalid";
    };
  }

  private static void good(JsonGenerator json, Register register, Last<Reading> last)
      throws IOException {
    if (last instanceof Last.Was<Reading>(Reading reading, var age)) {
      json.writeObjectFieldStart("last_good");
      json.writeNumberField("value", register.decimal(reading.raw()));
      json.writeNumberField("raw", reading.raw());
      json.writeStringField("at", reading.takenAt().wall().toString());
      json.writeNumberField("age_ms", age.toMillis());
      json.writeEndObject();
    } else {
      json.writeNullField("last_good");
    }
  }

  private static void bad(JsonGenerator json, Last<Invalid> last) throws IOException {
    if (last instanceof Last.Was<Invalid>(Invalid invalid, var age)) {
      json.writeObjectFieldStart("last_error");
      json.writeStringField("reason", invalid.fault().code());
      json.writeStringField("words", invalid.fault().words());
      json.writeStringField("at", invalid.takenAt().wall().toString());
      json.writeNumberField("age_ms", age.toMillis());
      json.writeEndObject();
    } else {
      json.writeNullField("last_error");
    }
  }

  private static void quarantine(JsonGenerator json, Last<Sample> newest) throws IOException {
    if (newest instanceof Last.Was<Sample>(Invalid(_, _, Fault.Quarantined(var until)), _)) {
      json.writeStringField("quarantined_until", until.toString());
    } else {
      json.writeNullField("quarantined_until");
    }
  }
}
