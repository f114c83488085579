package io.pumphouse.web.api;

import io.pumphouse.web.model.Pins;

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
            if (seat.state().isEmpty()) {
              json.writeNullField("state");
            } else {
              json.writeStringField("state", seat.state());
            }
            json.writeEndObject();
          }
          json.writeEndArray();
          switch (report.sgReady()) {
            case Pins.Nothing _ -> json.writeNullField("sg_ready");
            case Pins.State(var state, var lasting) -> {
              json.writeObjectFieldStart("sg_ready");
              json.writeStringField("state", state.word());
              json.writeNumberField("number", state.number());
              json.writeNumberField("lasting_ms", lasting.toMillis());
              json.writeEndObject();
            }
          }
        });
  }
}
