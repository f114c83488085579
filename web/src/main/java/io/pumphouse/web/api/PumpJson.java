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
    lastAnswer(json, pump.lastAnswer());
  }

  private static void lastAnswer(JsonGenerator json, LastAnswer answer) throws IOException {
    switch (answer) {
      case LastAnswer.Never() -> {
        json.writeNullField("last_answer");
        json.writeNullField("last_answer_age_ms");
      }
      case LastAnswer.At(var at, var age) -> {
        json.writeStringField("last_answer", at.toString());
        json.writeNumberField("last_answer_age_ms", age.toMillis());
      }
    }
  }
}
