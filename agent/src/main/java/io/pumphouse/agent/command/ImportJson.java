package io.pumphouse.agent.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** What an import did, as a JSON object, for programs. */
final class ImportJson {
  private ImportJson() {}

  static String of(ImportReport report, boolean isDry) {
    return JsonText.of(
        json -> {
          json.writeStartObject();
          json.writeBooleanField("dry_run", isDry);
          counts(report, json);
          range(report.ends(), json);
          JsonText.texts(json, "first_refused", report.first());
          json.writeStringField("trouble", report.trouble());
          json.writeEndObject();
        });
  }

  private static void counts(ImportReport report, JsonGenerator json) throws IOException {
    json.writeNumberField("lines", report.lines());
    json.writeNumberField("stored", report.stored());
    json.writeNumberField("known", report.known());
    json.writeNumberField("rounded", report.rounded());
    json.writeNumberField("refused", report.refused());
  }

  /** From when to when readings were stored; null if none were. */
  private static void range(List<Instant> ends, JsonGenerator json) throws IOException {
    if (ends.isEmpty()) {
      json.writeNullField("from");
      json.writeNullField("to");
    } else {
      json.writeStringField("from", ends.getFirst().toString());
      json.writeStringField("to", ends.getLast().toString());
    }
  }
}
