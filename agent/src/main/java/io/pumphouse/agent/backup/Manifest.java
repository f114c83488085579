package io.pumphouse.agent.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.agent.sqlite.Contents;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What vouches for the files of one snapshot. Pure. */
final class Manifest {
  private static final int FORMAT = 1;
  private static final JsonFactory JSON = new JsonFactory();

  private Manifest() {}

  /** One file. */
  record Entry(String file, long bytes, String sha256, Contents contents) {}

  static String text(Instant taken, List<Entry> entries) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeNumberField("format", FORMAT);
      json.writeStringField("taken", taken.toString());
      json.writeArrayFieldStart("files");
      for (Entry entry : entries) {
        write(entry, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text + "\n";
  }

  private static void write(Entry entry, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", entry.file());
    json.writeNumberField("bytes", entry.bytes());
    json.writeStringField("sha256", entry.sha256());
    json.writeNumberField("application_id", entry.contents().application());
    json.writeNumberField("schema_version", entry.contents().version());
    json.writeObjectFieldStart("rows");
    for (Map.Entry<String, Long> table : entry.contents().rows().entrySet()) {
      json.writeNumberField(table.getKey(), table.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
