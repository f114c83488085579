package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.HttpStatus;
import io.pumphouse.web.model.Pins;
import java.io.IOException;

/** What hangs on the pins of this machine, as JSON. */
public final class BoardJson {
  private BoardJson() {}

  public static String of(Pins.Report report) {
    return Json.object(
        json -> {
          json.writeArrayFieldStart("pins");
          for (Pins.Seat seat : report.seats()) {
            json.writeStartObject();
            json.writeStringField("use", seat.use());
            json.writeNumberField("pin", seat.bcm());
            json.writeBooleanField("active_low", seat.isActiveLow());
            text(json, "state", seat.state());
            text(json, "pump", seat.pump());
            json.writeEndObject();
          }
          json.writeEndArray();
          switch (report.sgReady()) {
            case Pins.Nothing _ -> json.writeNullField("sg_ready");
            case Pins.State(var state, var lasting, String who, String why) -> {
              json.writeObjectFieldStart("sg_ready");
              json.writeStringField("state", state.word());
              json.writeNumberField("number", state.number());
              json.writeNumberField("lasting_ms", lasting.toMillis());
              json.writeStringField("by", who);
              json.writeStringField("why", why);
              json.writeEndObject();
            }
          }
          json.writeObjectFieldStart("board");
          json.writeStringField("status", report.board().isWell() ? "ok" : "degraded");
          json.writeStringField("cause", report.board().cause());
          json.writeStringField("next", report.board().next());
          json.writeEndObject();
        });
  }

  /** What an answer to an order begins with. */
  public static HttpStatus status(Pins.Ordered ordered) {
    return switch (ordered) {
      case Pins.Done _ -> HttpStatus.OK;
      case Pins.Refused(Pins.Reason reason, _, _) ->
          switch (reason) {
            case NOT_WIRED -> HttpStatus.NOT_FOUND;
            case TOO_SOON -> HttpStatus.CONFLICT;
            case OUT_OF_ORDER -> HttpStatus.SERVICE_UNAVAILABLE;
          };
    };
  }

  private static void text(JsonGenerator json, String name, String text) throws IOException {
    if (text.isEmpty()) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, text);
    }
  }
}
