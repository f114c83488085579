package io.pumphouse.web.api;

import io.pumphouse.web.model.EnergyFlow;
import java.util.Locale;

/** Where energy came from and went, as JSON. */
final class FlowJson {
  private FlowJson() {}

  static String of(EnergyFlow flow) {
    return Json.object(
        json -> {
          SummaryJson.span(json, flow.span());
          json.writeNumberField("resolution_ms", flow.resolution().toMillis());
          json.writeArrayFieldStart("nodes");
          for (EnergyFlow.Node node : flow.nodes()) {
            json.writeStartObject();
            json.writeStringField("id", node.id());
            json.writeStringField("label", node.label());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeArrayFieldStart("links");
          for (EnergyFlow.Link link : flow.links()) {
            json.writeStartObject();
            json.writeStringField("from", link.from());
            json.writeStringField("to", link.to());
            Amounts.number(json, "kwh", link.kilowattHours());
            json.writeStringField("certainty", link.certainty().name().toLowerCase(Locale.ROOT));
            json.writeEndObject();
          }
          json.writeEndArray();
          ReadingJson.stringOrNull(json, "why", flow.why());
        });
  }
}
