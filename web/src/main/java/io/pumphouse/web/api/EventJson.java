package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.web.model.Happening;
import java.io.IOException;
import java.util.List;

/** Events as JSON. */
public final class EventJson {
  private EventJson() {}

  /** Newest first. */
  static void array(JsonGenerator json, List<Happening> events) throws IOException {
    json.writeStartArray();
    for (Happening event : events) {
      json.writeStartObject();
      fields(json, event);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** One of them. */
  public static void fields(JsonGenerator json, Happening event) throws IOException {
    json.writeStringField("at", event.at().toString());
    json.writeStringField("kind", event.kind());
    json.writeStringField("pump", event.pump());
    json.writeStringField("text", event.text());
  }
}
