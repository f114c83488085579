package io.pumphouse.web.page;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.Diagnostics;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.PumpStatus;
import io.pumphouse.web.model.Trace;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The technician's page: registers, line and frames of one pump. Thread-safe. */
final class RegisterPages {
  private static final int FRAMES = 20;

  private final Templates templates;
  private final Frames frames;
  private final LiveReadings live;
  private final Diagnostics diagnostics;

  RegisterPages(Templates templates, Frames frames, LiveReadings live, Diagnostics diagnostics) {
    this.templates = templates;
    this.frames = frames;
    this.live = live;
    this.diagnostics = diagnostics;
  }

  void addTo(RouteTable routes) {
    routes.get(Need.READER, "/registers", this::page);
    routes.get(Need.READER, "/registers/trace.txt", this::download);
    routes.get(Need.READER, "/fragment/registers", this::list);
    routes.get(Need.READER, "/fragment/frames", this::newerFrames);
  }

  private void page(Context context) {
    Optional<PumpStatus> pump = asked(context);
    Frame frame = frames.of(context, "registers", pump.map(each -> each.id().name()).orElse(""));
    List<Workbench> bench =
        pump.map(each -> workbench(context, frame.tongue(), each)).stream().toList();
    templates.answer(context, "registers.jte", Map.of("frame", frame, "benches", bench));
  }

  /** The pump that was asked for, else the first. */
  private Optional<PumpStatus> asked(Context context) {
    List<PumpStatus> pumps = live.pumps();
    String wanted = RegisterFilter.parameter(context, "pump");
    return pumps.stream()
        .filter(each -> each.id().name().equals(wanted))
        .findFirst()
        .or(() -> pumps.stream().findFirst());
  }

  private Workbench workbench(Context context, Tongue tongue, PumpStatus pump) {
    PumpId id = pump.id();
    String register = RegisterFilter.parameter(context, "register");
    String words = RegisterFilter.parameter(context, "words");
    return new Workbench(
        pump,
        diagnostics.line().line(id).map(line -> LineView.of(tongue, line)).stream().toList(),
        Decoded.of(tongue, frames, diagnostics.registers(), id, register, words).stream().toList(),
        registers(context, tongue, id),
        newest(diagnostics.trace(), id, 0));
  }

  private RegisterList registers(Context context, Tongue tongue, PumpId pump) {
    RegisterFilter filter = RegisterFilter.of(context, pump.name());
    return RegisterList.of(tongue, frames, diagnostics.registers(), filter);
  }

  private void list(Context context) {
    Tongue tongue = frames.tongue(context);
    asked(context)
        .map(pump -> registers(context, tongue, pump.id()))
        .ifPresent(
            list ->
                templates.answer(context, "register-list.jte", Map.of("t", tongue, "list", list)));
  }

  private void newerFrames(Context context) {
    String after = RegisterFilter.parameter(context, "after");
    long seen = after.matches("[0-9]{1,18}") ? Long.parseLong(after) : 0;
    List<FrameRow> newer =
        asked(context).map(pump -> newest(diagnostics.trace(), pump.id(), seen)).orElse(List.of());
    templates.answer(
        context, "frame-rows.jte", Map.of("t", frames.tongue(context), "frames", newer));
  }

  /** Newest first: what happens now stands where the eye is. */
  private List<FrameRow> newest(Trace trace, PumpId pump, long after) {
    return trace.newest(pump, FRAMES).stream()
        .filter(frame -> frame.number() > after)
        .map(frame -> FrameRow.of(frames.zone(), frame))
        .toList()
        .reversed();
  }

  private void download(Context context) throws IOException {
    PumpId pump = asked(context).map(PumpStatus::id).orElseGet(() -> new PumpId("none"));
    context.contentType("text/plain;charset=utf-8");
    context.header(Header.CACHE_CONTROL, "no-store");
    context.header(Header.CONTENT_DISPOSITION, "attachment; filename=\"trace.txt\"");
    try (Writer text = new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8)) {
      for (var frame : diagnostics.trace().newest(pump, Trace.FRAMES)) {
        text.write(FrameRow.of(frames.zone(), frame).line());
      }
    }
  }
}
