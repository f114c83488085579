package io.pumphouse.web.order;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.pumphouse.web.api.Fields;
import io.pumphouse.web.api.WriteJson;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.PumpStatus;
import io.pumphouse.web.model.Registers;
import io.pumphouse.web.model.WriteOrder;
import io.pumphouse.web.model.WriteReport;
import io.pumphouse.web.model.Writes;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.page.Tongue;
import io.pumphouse.web.route.Caller;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page of orders, which needs no script: a form, the question whether one is sure, and what
 * became of it. Thread-safe.
 */
public final class OrderPages {
  private static final String PATH = "/pumps/{pump}/change";

  private final Pages pages;
  private final LiveReadings live;
  private final Registers registers;
  private final Writes writes;
  private final Tickets tickets = new Tickets();

  public OrderPages(Pages pages, LiveReadings live, Registers registers, Writes writes) {
    this.pages = pages;
    this.live = live;
    this.registers = registers;
    this.writes = writes;
  }

  /** Adds the addresses of the page. */
  public void addTo(RouteTable routes) {
    routes.get(Need.TECHNICIAN, PATH, context -> asked(context).ifPresent(it -> form(context, it)));
    routes.post(
        Need.TECHNICIAN, PATH, context -> asked(context).ifPresent(it -> order(context, it)));
  }

  /** The pump that was asked for; if there is none, says so. */
  private Optional<PumpStatus> asked(Context context) {
    String name = context.pathParam("pump");
    Optional<PumpStatus> pump =
        live.pumps().stream().filter(each -> each.id().name().equals(name)).findFirst();
    if (pump.isEmpty()) {
      context.status(HttpStatus.NOT_FOUND);
      pages.error(context, "not-found");
    }
    return pump;
  }

  private void form(Context context, PumpStatus pump) {
    String register = Optional.ofNullable(context.queryParam("register")).orElse("");
    form(context, pump, new Draft(register, "", ""), "");
  }

  private void form(Context context, PumpStatus pump, Draft draft, String wrong) {
    String key = Caller.of(context.req()) instanceof Caller.Somebody(_, String own) ? own : "";
    show(
        context,
        "change.jte",
        "order",
        Map.of("view", OrderView.of(pump, key, settings(context, pump), draft, wrong)));
  }

  private List<Setting> settings(Context context, PumpStatus pump) {
    Tongue tongue = pages.tongue(context);
    return writes.offered(pump.id()).stream()
        .flatMap(name -> registers.register(pump.id(), name).stream())
        .flatMap(status -> Setting.of(tongue, status).stream())
        .toList();
  }

  private void order(Context context, PumpStatus pump) {
    Fields fields = Fields.of(context);
    Draft draft = Draft.of(fields);
    Optional<Setting> setting =
        settings(context, pump).stream()
            .filter(each -> each.name().equals(draft.register()))
            .findFirst();
    String ticket = fields.text("ticket");
    if (!draft.isWhole()) {
      wrong(context, HttpStatus.UNPROCESSABLE_CONTENT, pump, draft, "order.missing");
    } else if (setting.isEmpty()) {
      wrong(context, HttpStatus.UNPROCESSABLE_CONTENT, pump, draft, "order.not-offered");
    } else if (ticket.isEmpty()) {
      ask(context, pump, draft, setting.get());
    } else if (tickets.take(ticket)) {
      tell(context, pump, setting.get(), carriedOut(context, pump, draft));
    } else {
      wrong(context, HttpStatus.CONFLICT, pump, draft, "order.again");
    }
  }

  private void wrong(
      Context context, HttpStatus status, PumpStatus pump, Draft draft, String wrong) {
    context.status(status);
    form(context, pump, draft, wrong);
  }

  private void ask(Context context, PumpStatus pump, Draft draft, Setting setting) {
    String key = Caller.of(context.req()) instanceof Caller.Somebody(_, String own) ? own : "";
    show(
        context,
        "change-sure.jte",
        "order.sure",
        Map.of(
            "view",
            OrderView.of(pump, key, List.of(setting), draft, ""),
            "setting",
            setting,
            "ticket",
            tickets.draw()));
  }

  private WriteReport carriedOut(Context context, PumpStatus pump, Draft draft) {
    String who = Caller.known(context.req()).user();
    return draft.isReset()
        ? writes.resetAlarm(pump.id(), who, draft.why())
        : writes.write(
            new WriteOrder(pump.id(), draft.register(), draft.value(), who, draft.why()));
  }

  private void tell(Context context, PumpStatus pump, Setting setting, WriteReport report) {
    context.status(WriteJson.status(report.outcome()));
    show(
        context,
        "change-done.jte",
        "order.outcome",
        Map.of("pump", pump, "setting", setting, "report", report));
  }

  private void show(
      Context context, String template, String title, Map<String, Object> parameters) {
    context.header("Cache-Control", "no-store");
    pages.show(context, pages.tongue(context).say(title), template, parameters);
  }
}
