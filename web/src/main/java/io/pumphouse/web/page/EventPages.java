package io.pumphouse.web.page;

import io.javalin.http.Context;
import io.pumphouse.web.model.Alarms;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.PumpStatus;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The page of alarms and events. Thread-safe. */
final class EventPages {
  private final Templates templates;
  private final Frames frames;
  private final LiveReadings live;
  private final Alarms alarms;

  EventPages(Templates templates, Frames frames, LiveReadings live, Alarms alarms) {
    this.templates = templates;
    this.frames = frames;
    this.live = live;
    this.alarms = alarms;
  }

  void addTo(RouteTable routes) {
    routes.get(Need.READER, "/events", this::page);
    routes.get(Need.READER, "/fragment/alarms", this::alarms);
  }

  private void page(Context context) {
    String wanted = wanted(context);
    Frame frame = frames.of(context, "events", wanted);
    templates.answer(
        context, "events.jte", Map.of("frame", frame, "plights", plights(frame.tongue(), wanted)));
  }

  private void alarms(Context context) {
    Tongue tongue = ChosenTongue.of(context);
    templates.answer(
        context, "plights.jte", Map.of("t", tongue, "plights", plights(tongue, wanted(context))));
  }

  /** The pump that was asked for, or nothing for all. */
  private String wanted(Context context) {
    String wanted = RegisterFilter.parameter(context, "pump");
    boolean isKnown = live.pumps().stream().anyMatch(pump -> pump.id().name().equals(wanted));
    return isKnown ? wanted : "";
  }

  private List<Plight> plights(Tongue tongue, String wanted) {
    return live.pumps().stream()
        .filter(pump -> wanted.isEmpty() || pump.id().name().equals(wanted))
        .flatMap(pump -> plight(tongue, pump))
        .toList();
  }

  private Stream<Plight> plight(Tongue tongue, PumpStatus pump) {
    return alarms.alarms(pump.id()).stream().map(report -> Plight.of(tongue, frames, pump, report));
  }
}
