package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.hal.reading.Decoding;
import java.io.IOException;
import java.util.List;

/** The ways to read a register as JSON. */
final class DecodingJson {
  private DecodingJson() {}

  static void array(JsonGenerator json, List<Decoding> ways) throws IOException {
    json.writeStartArray();
    for (Decoding way : ways) {
      json.writeStartObject();
      json.writeStringField("type", way.type());
      ReadingJson.stringOrNull(json, "order", way.order());
      json.writeNumberField("raw", way.raw());
      json.writeNumberField("value", way.value());
      ReadingJson.stringOrNull(json, "objection", way.verdict());
      json.writeBooleanField("mapped", way.isMapped());
      json.writeBooleanField("likely", way.isLikely());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
