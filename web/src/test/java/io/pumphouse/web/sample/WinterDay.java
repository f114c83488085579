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
import io.pumphouse.web.model.EnergyFlow.Certainty;
import io.pumphouse.web.model.Finding;
import io.pumphouse.web.model.HotWaterCycles;
import io.pumphouse.web.model.Insight;
import io.pumphouse.web.model.Mode;
import io.pumphouse.web.model.Reckoned;
import io.pumphouse.web.model.Reckoned.Known;
import io.pumphouse.web.model.Reckoned.Unknown;
import io.pumphouse.web.model.RunTime;
import io.pumphouse.web.model.Span;
import io.pumphouse.web.model.Summary;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A cold day of a house: cycles of heating, two charges of hot water, an hour without a line. */
public final class WinterDay implements Insight {
  private static final int STEPS = 480;
  private static final int LOST = 300;
  private static final int FOUND = 320;
  private static final Reckoned UNTOLD =
      new Unknown("no price of electricity in the configuration");

  private WinterDay() {}

  public static Analysis analysis() {
    Analysis rest = new FakeInsight().analysis();
    return new Analysis(
        new WinterDay(), rest.events(), rest.recordings(), rest.export(), rest.storage());
  }

  @Override
  public Charted chart(PumpId pump, List<String> metrics, Span span, int points) {
    int steps = Math.min(points, STEPS);
    Duration step = span.length().dividedBy(steps);
    return new Charted.Drawn(
        new Chart(
            wholeSteps(span.from(), step),
            step,
            steps,
            metrics.stream().map(metric -> line(metric, steps)).toList()));
  }

  /** As the history does, so that charts can be continued. */
  private static Instant wholeSteps(Instant at, Duration step) {
    long millis = step.toMillis();
    return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), millis) * millis);
  }

  private static Chart.Line line(String metric, int steps) {
    return new Chart.Line(
        metric,
        IntStream.range(0, steps)
            .filter(step -> step < LOST || step >= FOUND)
            .filter(step -> !metric.equals("cop") || runs(step))
            .mapToObj(step -> point(step, value(metric, step)))
            .toList());
  }

  private static Chart.Point point(int step, double value) {
    double quality = step == LOST - 1 ? 0.4 : 1;
    return new Chart.Point(step, value - 0.2, value, value + 0.2, quality);
  }

  private static boolean runs(int step) {
    return step % 60 < 42 || chargesTank(step);
  }

  private static boolean chargesTank(int step) {
    return (step > 120 && step < 140) || (step > 360 && step < 378);
  }

  private static double value(String metric, int step) {
    double wave = Math.sin(step * Math.PI * 2 / STEPS);
    double runs = runs(step) ? 1 : 0;
    double charge = chargesTank(step) ? 1 : 0;
    return switch (metric) {
      case "outdoor_temp" -> -6 - 4 * wave;
      case "supply_temp" -> 33 + 4 * runs + 12 * charge + wave;
      case "supply_setpoint" -> 37 + wave;
      case "return_temp" -> 30 + runs + 6 * charge;
      case "hot_water_top" -> 50 - step % 120 * 0.03 + 3 * charge;
      case "hot_water_control" -> 44 - step % 120 * 0.05 + 6 * charge;
      case "brine_in" -> 1 - runs;
      case "brine_out" -> 0.6 - 3.4 * runs;
      case "degree_minutes" -> -60 - step % 60 * 3;
      case "cop" -> 3.6 - 0.9 * charge + 0.2 * wave;
      case "electric_power" -> 60 + 2040 * runs;
      case "heat_power" -> runs * (7400 - 1200 * charge);
      case "brine_delta" -> 0.4 + 2.4 * runs;
      case "heating_delta" -> 3 + 3 * runs + 6 * charge;
      case "compressor_on" -> runs;
      case "reversing_valve", "hot_water_on" -> charge;
      default -> 0;
    };
  }

  @Override
  public Summary summary(PumpId pump, Span span) {
    Efficiency good = new Efficiency(new Known(3.42), 0.04, 34.1, 116.6, new Known(0.47));
    Basis meter = new Basis("total_electricity", "the meter in the pump", Border.H3, 0.96, false);
    Basis flow = new Basis("heat", "a flow of 18 l/min that was assumed", Border.H3, 0.96, true);
    return new Summary(
        span,
        Duration.ofMinutes(1),
        new Energy(new Known(34.1), meter),
        new Energy(new Known(116.6), flow),
        good,
        good,
        Map.of(Mode.HEATING, good),
        new Known(0.4),
        new Known(0),
        new Known(0),
        UNTOLD,
        new Known(1421),
        new Known(3110),
        new RunTime(new Known(16.8), new Known(0.7)),
        new RunTime(new Known(0.3), new Known(0.0125)),
        new RunTime(new Known(5.9), new Known(0.246)),
        new RunTime(new Known(1.9), new Known(0.08)),
        new Known(9),
        new Known(0.39),
        new HotWaterCycles(
            new Known(2), new Known(2), new Known(57), new Known(5.3), new Known(1.9)),
        List.of(day("2026-02-02", 20.4, 70.1), day("2026-02-03", 13.7, 46.5)));
  }

  private static DaySum day(String date, double electricity, double heat) {
    return new DaySum(
        LocalDate.parse(date),
        new Known(electricity),
        new Known(heat),
        new Known(heat / electricity),
        UNTOLD,
        0.96);
  }

  @Override
  public EnergyFlow energyFlow(PumpId pump, Span span) {
    return new EnergyFlow(
        span,
        Duration.ofMinutes(1),
        List.of(
            new EnergyFlow.Node("ground", "Ground or air"),
            new EnergyFlow.Node("electricity", "Electricity"),
            new EnergyFlow.Node("heat_pump", "Heat pump"),
            new EnergyFlow.Node("additional_heat", "Additional heat"),
            new EnergyFlow.Node("heating", "Heating"),
            new EnergyFlow.Node("hot_water", "Hot water")),
        List.of(
            new EnergyFlow.Link("ground", "heat_pump", 83.4, Certainty.DIFFERENCE),
            new EnergyFlow.Link("electricity", "heat_pump", 32.2, Certainty.MEASURED),
            new EnergyFlow.Link("electricity", "additional_heat", 1.9, Certainty.MEASURED),
            new EnergyFlow.Link("heat_pump", "heating", 105, Certainty.ESTIMATED),
            new EnergyFlow.Link("heat_pump", "hot_water", 10.6, Certainty.ESTIMATED),
            new EnergyFlow.Link("additional_heat", "hot_water", 1.9, Certainty.MEASURED)),
        "electricity and heat are both known 96 % of the time; the rest is left out");
  }

  @Override
  public List<Finding> findings(PumpId pump, Span span) {
    return List.of(
        new Finding(
            "short-cycling",
            "the compressor started 9 times and often ran less than 20 minutes",
            "look at the heat curve and whether radiators are closed",
            span,
            List.of(new Finding.Evidence("shortest run", 11, "min")),
            "more than 3 starts an hour",
            "the maker's manual",
            Finding.Confidence.MEDIUM));
  }
}
