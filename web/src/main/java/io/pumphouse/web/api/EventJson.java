package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.web.model.Happening;
import java.io.IOException;
import java.util.List;

/** Events as a JSON array, newest first. */
final class EventJson {
  private EventJson() {}

  static void array(JsonGenerator json, List<Happening> events) throws IOException {
    json.writeStartArray();
    for (Happening event : events) {
      json.writeStartObject();
      json.writeStringField("at", event.at().toString());
      json.writeStringField("kind", event.kind());
      json.writeStringField("pump", event.pump());
      json.writeStringField("text", event.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
