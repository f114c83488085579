package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.web.model.Health;
import java.io.IOException;

/** The health board as JSON. */
final class HealthJson {
  private HealthJson() {}

  static String of(Health.Report report) {
    return Json.object(json -> fields(json, report));
  }

  static void fields(JsonGenerator json, Health.Report report) throws IOException {
    json.writeStringField("status", word(report.isWell()));
    json.writeArrayFieldStart("checks");
    for (Health.Check check : report.checks()) {
      json.writeStartObject();
      json.writeStringField("name", check.name());
      json.writeStringField("status", word(check.isWell()));
      json.writeStringField("cause", check.cause());
      json.writeStringField("next", check.next());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String word(boolean isWell) {
    return isWell ? "ok" : "degraded";
  }
}
