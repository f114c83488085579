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

  /** Adds the address of the page. */
  public void addTo(RouteTable routes) {
    routes.get(Need.READER, "/analysis", this::page);
  }

  private void page(Context context) {
    Optional<PumpStatus> pump = asked(context);
    Tongue tongue = pages.tongue(context);
    List<Study> studies = pump.map(each -> study(context, tongue, each)).stream().toList();
    String name = pump.map(each -> each.id().name()).orElse("");
    pages.show(context, "analysis", name, "analysis.jte", Map.of("studies", studies));
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

  private Study study(Context context, Tongue tongue, PumpStatus pump) {
    Wish wish = Wish.of(context, spans, site.zone());
    PumpId id = pump.id();
    var summary = insight.summary(id, wish.span());
    return new Study(
        pump,
        wish,
        KeyFigures.of(tongue, summary, site.tariff().currency()),
        Day.of(tongue, summary),
        insight.findings(id, wish.span()),
        Panel.all(tongue, summary, known(id)));
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
