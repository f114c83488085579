package io.pumphouse.web.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.PumpStatus;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which pump an address names. */
final class AskedPump {
  private final LiveReadings live;

  AskedPump(LiveReadings live) {
    this.live = live;
  }

  /** The pump in the address; if there is none of that name, says so and gives none. */
  Optional<PumpStatus> of(Context context) {
    String name = context.pathParam("pump");
    Optional<PumpStatus> pump =
        PumpId.isLegal(name) ? live.pump(new PumpId(name)) : Optional.empty();
    if (pump.isEmpty()) {
      unknown(name).answer(context);
    }
    return pump;
  }

  private Problem unknown(String name) {
    String known =
        live.pumps().stream().map(pump -> pump.id().name()).collect(Collectors.joining(", "));
    return Problem.of(
        HttpStatus.NOT_FOUND,
        "no pump is called \"%s\"; there are: %s"
            .formatted(name, known.isEmpty() ? "none" : known));
  }
}
