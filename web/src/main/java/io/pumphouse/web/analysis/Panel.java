package io.pumphouse.web.analysis;

import static io.pumphouse.web.analysis.Curve.Plan.line;
import static io.pumphouse.web.analysis.Curve.Plan.state;

import io.pumphouse.web.model.Summary;
import io.pumphouse.web.page.Tongue;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One chart and the lines it may show. Public because compiled templates live in a package of their
 * own.
 *
 * @param slug which chart
 * @param title what it shows
 * @param curves its lines; none for a chart that is not over time
 * @param estimate what was assumed, in English; empty if nothing was
 */
public record Panel(String slug, String title, List<Curve> curves, String estimate) {
  private static final List<String> ORDER =
      List.of("temperatures", "cop", "run-time", "energy-flow", "performance", "power", "valve");

  private static final Map<String, List<Curve.Plan>> PLANS =
      Map.of(
          "temperatures",
          List.of(
              line("supply_temp", "°C", "heating"),
              line("supply_setpoint", "°C", "heating").dotted(),
              line("return_temp", "°C", "return"),
              line("room_temp", "°C", "accent"),
              line("outdoor_temp", "°C", "neutral"),
              line("hot_water_top", "°C", "hot-water"),
              line("hot_water_control", "°C", "hot-water").dashed(),
              line("brine_in", "°C", "brine"),
              line("brine_out", "°C", "brine").dashed(),
              line("degree_minutes", "DM", "quiet").dotted().right()),
          "cop",
          List.of(line("cop", "", "accent")),
          "performance",
          List.of(
              line("brine_delta", "K", "brine"),
              line("heating_delta", "K", "heating"),
              state("compressor_on", "dry")),
          "power",
          List.of(
              line("electric_power", "W", "electric"),
              line("heat_power", "W", "heating"),
              line("add_heat_power", "W", "fault").times(1_000).dashed(),
              state("compressor_on", "dry")),
          "valve",
          List.of(
              line("hot_water_top", "°C", "hot-water"),
              line("hot_water_control", "°C", "hot-water").dashed(),
              state("reversing_valve", "hot-water"),
              state("compressor_on", "dry")));

  public Panel {
    curves = List.copyOf(curves);
  }

  /**
   * Every chart.
   *
   * @param known the metrics that the pump has; what it has not is no line
   */
  static List<Panel> all(Tongue tongue, Summary summary, Set<String> known) {
    return ORDER.stream()
        .map(
            slug ->
                new Panel(
                    slug,
                    tongue.say("chart." + slug),
                    curves(tongue, slug, known),
                    estimate(slug, summary)))
        .toList();
  }

  private static List<Curve> curves(Tongue tongue, String slug, Set<String> known) {
    return PLANS.getOrDefault(slug, List.of()).stream()
        .filter(plan -> !plan.isStored() || known.contains(plan.metric()))
        .map(plan -> plan.in(tongue))
        .toList();
  }

  /** Only charts of energy rest on something that may be assumed. */
  private static String estimate(String slug, Summary summary) {
    if (!Set.of("cop", "energy-flow", "power").contains(slug)) {
      return "";
    }
    var heat = summary.heat().basis();
    var electricity = summary.electricity().basis();
    return (electricity.isEstimate() ? electricity.words() : "")
        + (electricity.isEstimate() && heat.isEstimate() ? "; " : "")
        + (heat.isEstimate() ? heat.words() : "");
  }
}
