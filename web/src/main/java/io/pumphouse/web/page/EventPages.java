package io.pumphouse.web.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.Alarms;
import io.pumphouse.web.model.Analysis;
import io.pumphouse.web.model.Events;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.PumpStatus;
import io.pumphouse.web.model.Recording;
import io.pumphouse.web.model.Recordings;
import io.pumphouse.web.model.Registers;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The page of alarms and events. Thread-safe. */
final class EventPages {
  private static final int TAPES = 20;

  private final Templates templates;
  private final Frames frames;
  private final LiveReadings live;
  private final Alarms alarms;
  private final Events events;

  private final Recordings recordings;
  private final Registers registers;

  EventPages(
      Templates templates,
      Frames frames,
      LiveReadings live,
      Alarms alarms,
      Analysis analysis,
      Registers registers) {
    this.templates = templates;
    this.frames = frames;
    this.live = live;
    this.alarms = alarms;
    this.events = analysis.events();
    this.recordings = analysis.recordings();
    this.registers = registers;
  }

  void addTo(RouteTable routes) {
    routes.get(Need.READER, "/events", this::page);
    routes.get(Need.READER, "/events/recording", this::recording);
    routes.get(Need.READER, "/fragment/alarms", this::alarms);
  }

  private void page(Context context) {
    String wanted = wanted(context);
    Frame frame = frames.of(context, "events", wanted);
    Tongue tongue = frame.tongue();
    templates.answer(
        context,
        "events.jte",
        Map.of(
            "frame",
            frame,
            "plights",
            plights(tongue, wanted),
            "log",
            logbook(tongue, wanted),
            "tapes",
            tapes(tongue, wanted)));
  }

  private List<Tape> tapes(Tongue tongue, String wanted) {
    return pumps(wanted)
        .flatMap(pump -> recordings.list(pump.id()).stream())
        .sorted(Comparator.comparing(Recording.Head::at).reversed())
        .limit(TAPES)
        .map(head -> Tape.of(tongue, frames, head))
        .toList();
  }

  private void recording(Context context) {
    String pump = wanted(context);
    Frame frame = frames.of(context, "events", pump);
    String id = RegisterFilter.parameter(context, "id");
    String page = RegisterFilter.parameter(context, "page");
    int shown = page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1;
    List<Replay> replays =
        found(pump, id)
            .map(
                recording ->
                    Replay.of(
                        frame.tongue(),
                        frames,
                        recording,
                        shown,
                        register -> registers.register(recording.head().pump(), register.name())))
            .stream()
            .toList();
    if (replays.isEmpty()) {
      context.status(HttpStatus.NOT_FOUND);
    }
    templates.answer(
        context, "recording.jte", Map.of("frame", frame, "id", id, "replays", replays));
  }

  private Optional<Recording> found(String pump, String id) {
    return id.matches("[0-9]{1,18}")
        ? recordings
            .open(Long.parseLong(id))
            .filter(recording -> recording.head().pump().name().equals(pump))
        : Optional.empty();
  }

  private void alarms(Context context) {
    String wanted = wanted(context);
    Frame frame = frames.of(context, "events", wanted);
    templates.answer(
        context, "plights.jte", Map.of("frame", frame, "plights", plights(frame.tongue(), wanted)));
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
