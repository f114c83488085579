package io.pumphouse.web.page;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Alarms;
import io.pumphouse.web.model.Backups;
import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.MachineHealth;
import io.pumphouse.web.model.PumpStatus;
import io.pumphouse.web.model.Role;
import io.pumphouse.web.route.Caller;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.util.List;
import java.util.Map;

/**
 * What the pumps did today and how the agent fares: a part of the first page that changes slowly,
 * so that it is fetched by itself and kept for a minute; without scripts, a page. Thread-safe.
 */
final class LatelyPages {
  private final Templates templates;
  private final Frames frames;
  private final LiveReadings live;
  private final Alarms alarms;
  private final Lately lately;
  private final Health health;
  private final MachineHealth machine;
  private final Backups backups;
  private final TimeSource time;

  LatelyPages(
      Templates templates,
      Frames frames,
      LiveReadings live,
      Alarms alarms,
      Lately lately,
      Health health,
      MachineHealth machine,
      Backups backups,
      TimeSource time) {
    this.templates = templates;
    this.frames = frames;
    this.live = live;
    this.alarms = alarms;
    this.lately = lately;
    this.health = health;
    this.machine = machine;
    this.backups = backups;
    this.time = time;
  }

  void addTo(RouteTable routes) {
    routes.get(Need.READER, "/today", context -> answer(context, "today-page.jte"));
    routes.get(Need.READER, "/fragment/lately", this::fragment);
  }

  private void fragment(Context context) {
    answer(context, "lately.jte");
    context.header(Header.CACHE_CONTROL, "private, max-age=55");
  }

  private void answer(Context context, String template) {
    String wanted = RegisterFilter.parameter(context, "pump");
    Frame frame = frames.of(context, "today", wanted);
    List<PumpStatus> pumps =
        live.pumps().stream().filter(pump -> pump.id().name().equals(wanted)).toList();
    List<Today> days =
        (pumps.isEmpty() ? live.pumps() : pumps)
            .stream().map(pump -> today(frame.tongue(), pump)).toList();
    templates.answer(
        context,
        template,
        Map.of(
            "frame",
            frame,
            "days",
            days,
            "safety",
            Safety.of(frame.tongue(), backups.glance(), time.wall()),
            "board",
            Board.of(frame.tongue(), health, machine),
            "mayPack",
            isOwner(context)));
  }

  private static boolean isOwner(Context context) {
    return Caller.ifAny(context.req()) instanceof Caller.Somebody(var identity, _)
        && identity.role().includes(Role.OWNER);
  }

  private Today today(Tongue tongue, PumpStatus pump) {
    String last =
        alarms.alarms(pump.id()).map(report -> Plight.last(tongue, report.last())).orElse("");
    return Today.of(
        tongue, frames, lately.site(), lately.of(pump.id()), last, live.readings(pump.id()));
  }
}
