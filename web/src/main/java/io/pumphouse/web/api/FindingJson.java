package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.web.model.Finding;
import java.io.IOException;
import java.util.List;

/** Findings as a JSON array. */
final class FindingJson {
  private FindingJson() {}

  static void array(JsonGenerator json, List<Finding> findings) throws IOException {
    json.writeStartArray();
    for (Finding finding : findings) {
      json.writeStartObject();
      json.writeStringField("kind", finding.kind());
      json.writeStringField("words", finding.words());
      json.writeStringField("next", finding.next());
      SummaryJson.span(json, finding.when());
      json.writeArrayFieldStart("evidence");
      for (Finding.Evidence evidence : finding.evidence()) {
        json.writeStartObject();
        json.writeStringField("name", evidence.name());
        Amounts.number(json, "value", evidence.value());
        json.writeStringField("unit", evidence.unit());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeStringField("threshold", finding.threshold());
      json.writeStringField("source", finding.source());
      json.writeStringField("confidence", finding.confidence().word());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
