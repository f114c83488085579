package io.pumphouse.web.sample;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.Analysis;
import io.pumphouse.web.model.Basis;
import io.pumphouse.web.model.Border;
import io.pumphouse.web.model.Chart;
import io.pumphouse.web.model.DaySum;
import io.pumphouse.web.model.Efficiency;
import io.pumphouse.web.model.Energy;
import io.pumphouse.web.model.EnergyFlow;
import io.pumphouse.web.model.Events;
import io.pumphouse.web.model.Finding;
import io.pumphouse.web.model.Happening;
import io.pumphouse.web.model.HotWaterCycles;
import io.pumphouse.web.model.Insight;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.Mode;
import io.pumphouse.web.model.Reckoned;
import io.pumphouse.web.model.Reckoned.Known;
import io.pumphouse.web.model.Reckoned.Unknown;
import io.pumphouse.web.model.RunTime;
import io.pumphouse.web.model.Span;
import io.pumphouse.web.model.Summary;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Key figures that are always the same, and name the time they were asked for. */
public final class FakeInsight implements Insight, Events {
  private static final Reckoned UNKNOWN = new Unknown("no heat meter");
  private static final Basis METER =
      new Basis("total_electricity", "meter", Border.H4, 0.99, false);

  private final List<Consumer<Happening>> listeners = new CopyOnWriteArrayList<>();

  public Analysis analysis() {
    return new Analysis(this, this, new FakeShelf(), new FakeExport(), Cellar.storage());
  }

  @Override
  public Charted chart(PumpId pump, List<String> metrics, Span span, int points) {
    if (metrics.contains("nonsense")) {
      return new Charted.NoSuchMetric("nonsense", List.of("outdoor_temp", "cop"));
    }
    Duration step = span.length().dividedBy(3);
    List<Chart.Line> lines =
        metrics.stream()
            .map(
                metric ->
                    new Chart.Line(
                        metric,
                        List.of(
                            new Chart.Point(0, -7.5, -6.25, -5, 1),
                            new Chart.Point(2, points, points, points, 0.5))))
            .toList();
    return new Charted.Drawn(new Chart(span.from(), step, 3, lines));
  }

  @Override
  public Summary summary(PumpId pump, Span span) {
    Efficiency none = new Efficiency(UNKNOWN, 0, 0, UNKNOWN);
    RunTime half = new RunTime(new Known(12), new Known(0.5));
    return new Summary(
        span,
        Duration.ofMinutes(1),
        new Energy(new Known(12.5), METER),
        new Energy(UNKNOWN, Basis.nothing("no heat meter")),
        none,
        none,
        Map.of(Mode.HEATING, none),
        new Known(0.25),
        UNKNOWN,
        UNKNOWN,
        UNKNOWN,
        new Known(520.83333),
        new Known(3100),
        half,
        RunTime.unknown("not told"),
        half,
        half,
        new Known(7),
        new Known(0.29),
        new HotWaterCycles(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
        List.of(
            new DaySum(
                LocalDate.parse("2026-02-02"), new Known(12.5), UNKNOWN, UNKNOWN, UNKNOWN, 1)));
  }

  @Override
  public EnergyFlow energyFlow(PumpId pump, Span span) {
    return new EnergyFlow(
        span,
        Duration.ofMinutes(1),
        List.of(
            new EnergyFlow.Node("electricity", "Electricity"),
            new EnergyFlow.Node("heat_pump", "Heat pump")),
        List.of(
            new EnergyFlow.Link("electricity", "heat_pump", 12.5, EnergyFlow.Certainty.MEASURED)),
        "no heat meter");
  }

  @Override
  public List<Finding> findings(PumpId pump, Span span) {
    return List.of(
        new Finding(
            "cold-brine",
            "the brine is cold",
            "look",
            span,
            List.of(new Finding.Evidence("coldest", -6.5, "°C")),
            "below -5 °C",
            "a survey",
            Finding.Confidence.HIGH));
  }

  /** Something happens now. */
  public void happen(Happening event) {
    listeners.forEach(listener -> listener.accept(event));
  }

  @Override
  public LiveReadings.Subscription subscribe(Consumer<Happening> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public List<Happening> events(PumpId pump, int most) {
    return List.of(new Happening(Readings.TAKEN, "limit-" + most, pump.name(), "all times"));
  }

  @Override
  public List<Happening> events(PumpId pump, Span span, int most) {
    return List.of(new Happening(span.from(), "limit-" + most, pump.name(), "since then"));
  }
}
