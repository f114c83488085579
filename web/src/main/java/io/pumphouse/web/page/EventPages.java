package io.pumphouse.web.page;

import io.javalin.http.Context;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.Alarms;
import io.pumphouse.web.model.Events;
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
  private final Events events;

  EventPages(Templates templates, Frames frames, LiveReadings live, Alarms alarms, Events events) {
    this.templates = templates;
    this.frames = frames;
    this.live = live;
    this.alarms = alarms;
    this.events = events;
  }

  void addTo(RouteTable routes) {
    routes.get(Need.READER, "/events", this::page);
    routes.get(Need.READER, "/fragment/alarms", this::alarms);
  }

  private void page(Context context) {
    String wanted = wanted(context);
    Frame frame = frames.of(context, "events", wanted);
    Tongue tongue = frame.tongue();
    templates.answer(
        context,
        "events.jte",
        Map.of("frame", frame, "plights", plights(tongue, wanted), "log", logbook(tongue, wanted)));
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
    return pumps(wanted).flatMap(pump -> plight(tongue, pump)).toList();
  }

  private Logbook logbook(Tongue tongue, String wanted) {
    List<PumpId> pumps = pumps(wanted).map(PumpStatus::id).toList();
    return Logbook.of(tongue, frames, pumps, alarms, events);
  }

  private Stream<PumpStatus> pumps(String wanted) {
    return live.pumps().stream()
        .filter(pump -> wanted.isEmpty() || pump.id().name().equals(wanted));
  }

  private Stream<Plight> plight(Tongue tongue, PumpStatus pump) {
    return alarms.alarms(pump.id()).stream().map(report -> Plight.of(tongue, frames, pump, report));
  }
}
