package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.web.model.Extremes;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.page.Shown;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A reading as fields of a JSON object. */
public final class ReadingJson {
  private static final int EXTRA_PLACES_OF_A_MEAN = 2;

  private ReadingJson() {}

  /** The reading; {@code value} is null unless there is one. */
  public static void fields(JsonGenerator json, LiveReading reading, Shown shown)
      throws IOException {
    json.writeStringField("metric", reading.name());
    json.writeStringField("label", reading.label());
    value(json, reading);
    json.writeStringField("unit", reading.register().unit().symbol());
    json.writeStringField("state", shown.state());
    stringOrNull(json, "reason", shown.reason());
    age(json, reading);
  }

  /** When it was taken. */
  public static void age(JsonGenerator json, LiveReading reading) throws IOException {
    json.writeStringField("at", reading.sample().takenAt().wall().toString());
    json.writeNumberField("age_ms", reading.age().toMillis());
  }

  /** Which it is, and its number or what is wrong with it. */
  public static void change(JsonGenerator json, LiveReading reading, Shown shown)
      throws IOException {
    json.writeStringField("metric", reading.name());
    if (shown.reason().isEmpty()) {
      value(json, reading);
    } else {
      json.writeStringField("reason", shown.reason());
    }
  }

  /** Its extremes over the range that was asked for. */
  static void extremes(JsonGenerator json, Register register, Extremes extremes)
      throws IOException {
    json.writeNumberField("min", register.decimal(extremes.lowest()));
    json.writeNumberField("avg", mean(register, extremes.mean()));
    json.writeNumberField("max", register.decimal(extremes.highest()));
  }

  /** It had no value in the range that was asked for. */
  static void noExtremes(JsonGenerator json) throws IOException {
    json.writeNullField("min");
    json.writeNullField("avg");
    json.writeNullField("max");
  }

  private static void value(JsonGenerator json, LiveReading reading) throws IOException {
    if (reading.sample() instanceof Reading value) {
      json.writeNumberField("value", reading.register().decimal(value.raw()));
    } else {
      json.writeNullField("value");
    }
  }

  private static BigDecimal mean(Register register, double raw) {
    BigDecimal mean = register.scale().multiply(BigDecimal.valueOf(raw));
    int places = Math.max(0, register.scale().scale()) + EXTRA_PLACES_OF_A_MEAN;
    return mean.setScale(places, RoundingMode.HALF_EVEN);
  }

  static void stringOrNull(JsonGenerator json, String field, String text) throws IOException {
    if (text.isEmpty()) {
      json.writeNullField(field);
    } else {
      json.writeStringField(field, text);
    }
  }
}
