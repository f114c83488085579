package io.pumphouse.web.data;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Diagnostics;
import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.MachineHealth;
import io.pumphouse.web.model.PumpStatus;
import io.pumphouse.web.model.Queries.Answer;
import io.pumphouse.web.model.RegisterStatus;
import io.pumphouse.web.model.Registers;
import io.pumphouse.web.model.Role;
import io.pumphouse.web.model.Stock.Leafed;
import io.pumphouse.web.model.Stock.Way;
import io.pumphouse.web.model.Storage;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.page.Tongue;
import io.pumphouse.web.page.Vital;
import io.pumphouse.web.route.Caller;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page of stored readings. Thread-safe; reads the database, on the caller's thread. */
public final class DataPages {
  private static final int LEAF = 100;
  private static final Duration USUAL = Duration.ofDays(1);
  private static final DateTimeFormatter AS_BROWSERS_WRITE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

  private final Pages pages;
  private final LiveReadings live;
  private final Registers registers;
  private final Storage storage;
  private final SoundnessPages soundness;
  private final MachineHealth machine;
  private final Health health;
  private final ZoneId zone;
  private final TimeSource time;

  /**
   * @param zone the calendar of the site
   */
  public DataPages(
      Pages pages,
      LiveReadings live,
      Diagnostics diagnostics,
      Storage storage,
      Health health,
      ZoneId zone,
      TimeSource time) {
    this.pages = pages;
    this.live = live;
    this.registers = diagnostics.registers();
    this.machine = diagnostics.machine();
    this.storage = storage;
    this.soundness = new SoundnessPages(pages, storage.soundness(), time);
    this.health = health;
    this.zone = zone;
    this.time = time;
  }

  /** Adds the addresses of the page. */
  public void addTo(RouteTable routes) {
    routes.get(Need.READER, "/data", this::page);
    soundness.addTo(routes);
    routes.get(Need.READER, "/data/samples", this::samples);
    routes.get(Need.READER, "/data/export", this::export);
    routes.get(Need.TECHNICIAN, "/data/query", this::query);
  }

  private void page(Context context) {
    Optional<PumpStatus> pump = asked(context);
    Tongue tongue = pages.tongue(context);
    Instant now = time.wall();
    pages.show(
        context,
        "data",
        name(pump),
        "data.jte",
        Map.of(
            "holding", Holding.of(tongue, pages, storage.stock().count()),
            "sound", soundness.view(context),
            "disk", Vital.disk(tongue, machine),
            "checks", storeChecks(),
            "choices", pump.map(each -> Choice.of(tongue, live, each.id())).orElse(List.of()),
            "from", local(now.minus(USUAL)),
            "to", local(now.plus(1, ChronoUnit.MINUTES)),
            "mayQuery", mayQuery(context)));
  }

  private List<Health.Check> storeChecks() {
    return health.report().checks().stream().filter(check -> check.name().equals("store")).toList();
  }

  private static boolean mayQuery(Context context) {
    return Caller.of(context.req()) instanceof Caller.Somebody(var identity, _)
        && identity.role().includes(Role.TECHNICIAN);
  }

  private void samples(Context context) {
    Optional<PumpStatus> pump = asked(context);
    Tongue tongue = pages.tongue(context);
    List<Leaf> leaf =
        pump
            .flatMap(each -> registers.register(each.id(), Asked.parameter(context, "metric")))
            .map(status -> leaf(context, tongue, pump.orElseThrow(), status))
            .stream()
            .toList();
    if (leaf.isEmpty()) {
      context.status(HttpStatus.NOT_FOUND);
    }
    pages.show(context, "data", name(pump), "samples.jte", Map.of("leaves", leaf));
  }

  private Leaf leaf(Context context, Tongue tongue, PumpStatus pump, RegisterStatus status) {
    Optional<Instant> after = Asked.time(context, "after", zone);
    Way way = after.isPresent() ? Way.ON : Way.BACK;
    Instant edge =
        after
            .or(() -> Asked.time(context, "before", zone))
            .or(() -> Asked.time(context, "to", zone))
            .orElseGet(() -> time.wall().plus(1, ChronoUnit.MINUTES));
    Leafed leafed = storage.stock().leaf(pump.id(), status.register().id(), way, edge, LEAF);
    return Leaf.of(tongue, pages, pump.id().name(), status, way, leafed);
  }

  /** Forms know the time of the site's clocks, the API only that of the world. */
  private void export(Context context) {
    String name = name(asked(context));
    String metric = Asked.parameter(context, "metric");
    Instant to = Asked.time(context, "to", zone).orElseGet(time::wall);
    Instant from = Asked.time(context, "from", zone).orElseGet(() -> to.minus(USUAL));
    context.redirect(
        pages.link(
            "/api/v1/pumps/%s/export?format=%s&metrics=%s&from=%s&to=%s"
                .formatted(
                    name,
                    Asked.coded(Asked.parameter(context, "format")),
                    metric.equals("all") ? "" : Asked.coded(metric),
                    from,
                    to)),
        HttpStatus.SEE_OTHER);
  }

  private void query(Context context) {
    String sql = Asked.parameter(context, "q").strip();
    List<Answer> answer = sql.isEmpty() ? List.of() : List.of(storage.queries().ask(sql));
    pages.show(
        context,
        "data",
        "",
        "query.jte",
        Map.of("sql", sql, "sheet", Sheet.of(pages.tongue(context), answer)));
  }

  /** The pump that was asked for, else the first. */
  private Optional<PumpStatus> asked(Context context) {
    List<PumpStatus> pumps = live.pumps();
    String wanted = Asked.parameter(context, "pump");
    return pumps.stream()
        .filter(each -> each.id().name().equals(wanted))
        .findFirst()
        .or(() -> pumps.stream().findFirst());
  }

  private static String name(Optional<PumpStatus> pump) {
    return pump.map(each -> each.id().name()).orElse("");
  }

  private String local(Instant at) {
    return AS_BROWSERS_WRITE.format(at.atZone(zone));
  }
}
