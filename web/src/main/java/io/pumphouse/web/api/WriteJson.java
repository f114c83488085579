package io.pumphouse.web.api;

import io.pumphouse.web.model.WriteReport;

/** What became of an order to write, as one JSON object. */
public final class WriteJson {
  private WriteJson() {}

  public static String of(WriteReport report) {
    return Json.object(
        json -> {
          json.writeStringField("pump", report.order().pump().name());
          json.writeStringField("register", report.register());
          json.writeStringField("outcome", report.outcome().word());
          json.writeStringField("wanted", report.order().value());
          json.writeStringField("before", report.before());
          json.writeStringField("after", report.after());
          json.writeStringField("who", report.order().who());
          json.writeStringField("why", report.order().why());
          json.writeStringField("cause", report.cause());
          json.writeStringField("next", report.next());
        });
  }
}
