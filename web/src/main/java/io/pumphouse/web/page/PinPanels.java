package io.pumphouse.web.page;

import io.javalin.http.Context;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.Pins;
import io.pumphouse.web.model.Role;
import io.pumphouse.web.route.Caller;
import java.util.List;

/** How the pins of this machine stand, for whoever asks. Thread-safe. */
final class PinPanels {
  private final Pins pins;
  private final LiveReadings live;
  private final Frames frames;
  private final TimeSource time;

  PinPanels(Pins pins, LiveReadings live, Frames frames, TimeSource time) {
    this.pins = pins;
    this.live = live;
    this.frames = frames;
    this.time = time;
  }

  PinPanel now(Context context) {
    Pins.Report report = pins.report();
    Tongue tongue = frames.tongue(context);
    return new PinPanel(
        report.board(),
        report.seats().stream()
            .map(seat -> PinRow.of(tongue, seat, report.board().isWell()))
            .toList(),
        switch (report.sgReady()) {
          case Pins.Nothing _ -> List.of();
          case Pins.State state -> List.of(SgPanel.of(tongue, frames, time.wall(), state));
        },
        report.seats().stream()
            .filter(seat -> !seat.pump().isEmpty())
            .map(seat -> meter(tongue, seat.pump()))
            .toList(),
        key(context));
  }

  private MeterPanel meter(Tongue tongue, String pump) {
    return MeterPanel.of(tongue, pump, live.readings(new PumpId(pump)));
  }

  /** The error page of a stranger has no caller. */
  private static String key(Context context) {
    return Caller.ifAny(context.req()) instanceof Caller.Somebody(var identity, String key)
            && identity.role().includes(Role.TECHNICIAN)
        ? key
        : "";
  }
}
