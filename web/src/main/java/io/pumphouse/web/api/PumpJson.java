package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.web.model.LastAnswer;
import io.pumphouse.web.model.PumpStatus;
import java.io.IOException;

/** A pump as fields of a JSON object. */
public final class PumpJson {
  private PumpJson() {}

  public static void fields(JsonGenerator json, PumpStatus pump) throws IOException {
    json.writeStringField("id", pump.id().name());
    json.writeStringField("model", pump.model());
    json.writeStringField("title", pump.title());
    json.writeStringField("line", pump.line());
    json.writeNumberField("unit", pump.unit());
    json.writeStringField("link", pump.link().word());
    json.writeStringField("cause", pump.cause());
    json.writeStringField("next", pump.next());
    lastAnswer(json, "last_answer", pump.lastAnswer());
  }

  /** Which it is, and when it last answered. */
  public static void answer(JsonGenerator json, PumpStatus pump) throws IOException {
    json.writeStringField("id", pump.id().name());
    lastAnswer(json, "last_answer", pump.lastAnswer());
  }

  static void lastAnswer(JsonGenerator json, String field, LastAnswer answer) throws IOException {
    switch (answer) {
      case LastAnswer.Never() -> {
        json.writeNullField(field);
        json.writeNullField(field + "_age_ms");
      }
      case LastAnswer.At(var at, var age) -> {
        json.writeStringField(field, at.toString());
        json.writeNumberField(field + "_age_ms", age.toMillis());
      }
    }
  }
}
