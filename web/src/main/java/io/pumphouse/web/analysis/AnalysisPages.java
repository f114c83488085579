package io.pumphouse.web.analysis;

import io.javalin.http.Context;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.api.AskedSpan;
import io.pumphouse.web.model.Insight;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.PumpStatus;
import io.pumphouse.web.model.RegisterStatus;
import io.pumphouse.web.model.Registers;
import io.pumphouse.web.model.Site;
import io.pumphouse.web.model.Span;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.page.Tongue;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page that tells how a pump did. Thread-safe; reads the database, on the caller's thread. */
public final class AnalysisPages {
  private final Pages pages;
  private final LiveReadings live;
  private final Registers registers;
  private final Insight insight;
  private final Site site;
  private final AskedSpan spans;

  public AnalysisPages(
      Pages pages,
      LiveReadings live,
      Registers registers,
      Insight insight,
      Site site,
      TimeSource time) {
    this.pages = pages;
    this.live = live;
    this.registers = registers;
    this.insight = insight;
    this.site = site;
    this.spans = new AskedSpan(site, time);
  }

  /** Adds the address of the page, and of what it fetches later. */
  public void addTo(RouteTable routes) {
    routes.get(Need.READER, "/analysis", this::page);
    routes.get(Need.READER, "/fragment/figures", this::figures);
  }

  private void page(Context context) {
    boolean isWhole = !Wish.parameter(context, "figures").isEmpty();
    answer(context, "analysis.jte", isWhole);
  }

  private void figures(Context context) {
    answer(context, "figures.jte", true);
  }

  private void answer(Context context, String template, boolean isWhole) {
    Optional<PumpStatus> pump = asked(context);
    List<Study> studies = pump.map(each -> study(context, each, isWhole)).stream().toList();
    String name = pump.map(each -> each.id().name()).orElse("");
    pages.show(context, "analysis", name, template, Map.of("studies", studies));
  }

  /** The pump that was asked for, else the first. */
  private Optional<PumpStatus> asked(Context context) {
    List<PumpStatus> pumps = live.pumps();
    String wanted = Wish.parameter(context, "pump");
    return pumps.stream()
        .filter(each -> each.id().name().equals(wanted))
        .findFirst()
        .or(() -> pumps.stream().findFirst());
  }

  /**
   * All of it.
   *
   * @param isWhole whether to work out the key figures, which takes a look at every reading
   */
  private Study study(Context context, PumpStatus pump, boolean isWhole) {
    Tongue tongue = pages.tongue(context);
    Wish wish = Wish.of(context, spans, site.zone());
    Set<String> known = known(pump.id());
    return new Study(
        pump,
        wish,
        KeyFigures.labels(tongue),
        isWhole ? List.of(reckoning(context, pump.id(), wish.span())) : List.of(),
        Panel.all(tongue, known),
        Shade.all(tongue, known));
  }

  private Reckoning reckoning(Context context, PumpId pump, Span span) {
    Tongue tongue = pages.tongue(context);
    Price price = Price.of(context);
    var summary = insight.summary(pump, span);
    return new Reckoning(
        KeyFigures.of(tongue, summary, price, site.tariff().currency()),
        Bill.of(tongue, price, site.tariff()),
        Facts.of(summary),
        Day.of(tongue, summary, price),
        insight.findings(pump, span));
  }

  /** What the pump is asked for again and again, so that it has a history. */
  private Set<String> known(PumpId pump) {
    Stream<String> asked =
        registers
            .registers(pump)
            .filter(register -> !register.every().isZero())
            .map(RegisterStatus::name);
    Stream<String> told = live.readings(pump).stream().map(LiveReading::name);
    return Stream.concat(asked, told).collect(Collectors.toUnmodifiableSet());
  }
}
