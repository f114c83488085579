package io.pumphouse.web.analysis;

import static io.pumphouse.web.analysis.Curve.Plan.derived;
import static io.pumphouse.web.analysis.Curve.Plan.line;
import static io.pumphouse.web.analysis.Curve.Plan.state;

import io.pumphouse.web.model.Derived;
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
 * @param isOfEnergy whether it rests on energy, of which something may be assumed
 */
public record Panel(String slug, String title, List<Curve> curves, boolean isOfEnergy) {
  private static final Set<String> OF_ENERGY = Set.of("cop", "energy-flow", "power");

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
          List.of(derived(Derived.COP, "", "accent")),
          "performance",
          List.of(
              derived(Derived.BRINE_DELTA, "K", "brine"),
              derived(Derived.HEATING_DELTA, "K", "heating")),
          "power",
          List.of(
              derived(Derived.ELECTRIC_POWER, "W", "electric"),
              derived(Derived.HEAT_POWER, "W", "heating"),
              line("add_heat_power", "W", "fault").times(1_000).dashed()),
          "valve",
          List.of(
              line("hot_water_top", "°C", "hot-water"),
              line("hot_water_control", "°C", "hot-water").dashed(),
              state("reversing_valve", "return")));

  public Panel {
    curves = List.copyOf(curves);
  }

  /**
   * Every chart.
   *
   * @param known the metrics that the pump has; what it has not is no line
   */
  static List<Panel> all(Tongue tongue, Set<String> known) {
    return ORDER.stream()
        .map(
            slug ->
                new Panel(
                    slug,
                    tongue.say("chart." + slug),
                    curves(tongue, slug, known),
                    OF_ENERGY.contains(slug)))
        .toList();
  }

  private static List<Curve> curves(Tongue tongue, String slug, Set<String> known) {
    return PLANS.getOrDefault(slug, List.of()).stream()
        .filter(plan -> plan.isOf(known))
        .map(plan -> plan.in(tongue))
        .toList();
  }
}
