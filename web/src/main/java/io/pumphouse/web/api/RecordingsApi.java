package io.pumphouse.web.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.PumpStatus;
import io.pumphouse.web.model.Recording;
import io.pumphouse.web.model.Recordings;
import io.pumphouse.web.model.Registers;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.util.Optional;

/** What the black box kept of each alarm. */
final class RecordingsApi {
  private final AskedPump asked;
  private final Recordings recordings;
  private final Registers registers;

  RecordingsApi(AskedPump asked, Recordings recordings, Registers registers) {
    this.asked = asked;
    this.recordings = recordings;
    this.registers = registers;
  }

  void addTo(RouteTable routes, String pump) {
    routes.get(Need.READER, pump + "/recordings", this::list);
    routes.get(Need.READER, pump + "/recordings/{recording}", this::open);
  }

  private void list(Context context) {
    asked
        .of(context)
        .map(pump -> recordings.list(pump.id()))
        .ifPresent(heads -> Api.stream(context, json -> RecordingJson.heads(json, heads)));
  }

  private void open(Context context) {
    asked.of(context).map(PumpStatus::id).ifPresent(pump -> open(context, pump));
  }

  private void open(Context context, PumpId pump) {
    String typed = context.pathParam("recording");
    found(pump, typed)
        .ifPresentOrElse(
            recording ->
                Api.stream(
                    context,
                    json ->
                        RecordingJson.whole(
                            json, recording, id -> registers.register(pump, id.name()))),
            () ->
                Problem.of(
                        HttpStatus.NOT_FOUND,
                        "\"%s\" has no recording \"%s\" that can be read; see recordings"
                            .formatted(pump, typed))
                    .answer(context));
  }

  private Optional<Recording> found(PumpId pump, String typed) {
    return typed.matches("[0-9]{1,18}")
        ? recordings
            .open(Long.parseLong(typed))
            .filter(recording -> recording.head().pump().equals(pump))
        : Optional.empty();
  }
}
