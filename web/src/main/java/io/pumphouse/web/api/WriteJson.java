package io.pumphouse.web.api;

import io.javalin.http.HttpStatus;
import io.pumphouse.web.model.WriteReport;
import io.pumphouse.web.model.WriteReport.Outcome;

/** What became of an order to write, as one JSON object. */
public final class WriteJson {
  private WriteJson() {}

  /** The HTTP status that tells the same. */
  public static HttpStatus status(Outcome outcome) {
    return switch (outcome) {
      case DONE, ACCEPTED -> HttpStatus.OK;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case IGNORED, REFUSED -> HttpStatus.CONFLICT;
      case NOT_SENT -> HttpStatus.SERVICE_UNAVAILABLE;
      case UNKNOWN -> HttpStatus.GATEWAY_TIMEOUT;
    };
  }

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
