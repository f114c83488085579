package io.pumphouse.web.analysis;

import io.pumphouse.web.page.Tongue;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What lies behind the lines of every chart over time: when the compressor ran, and the like.
 * Public because compiled templates live in a package of their own.
 *
 * @param slug which one
 * @param label what a person calls it
 * @param metric what tells of it; empty for alarms, which are no metric
 * @param full from which value on it covers the whole height
 */
public record Shade(String slug, String label, String metric, String full) {
  private static final List<Plan> PLANS =
      List.of(
          new Plan("compressor", "compressor_on", "compressor_on", "1"),
          new Plan("hot-water", "hot_water_on", "compressor_on", "1"),
          // Any power is shown in full: whether it ran is the question here, not how hard.
          new Plan("additional-heat", "add_heat_power", "add_heat_power", "0.05"),
          new Plan("defrost", "defrost_active", "defrost_active", "1"));

  /** With the register without which there is nothing to tell. */
  private record Plan(String slug, String metric, String needs, String full) {}

  /** Those of this pump. */
  static List<Shade> all(Tongue tongue, Set<String> known) {
    Stream<Shade> told =
        PLANS.stream()
            .filter(plan -> known.contains(plan.needs()))
            .map(plan -> of(tongue, plan.slug(), plan.metric(), plan.full()));
    return Stream.concat(told, Stream.of(of(tongue, "alarm", "", ""))).toList();
  }

  private static Shade of(Tongue tongue, String slug, String metric, String full) {
    return new Shade(slug, tongue.say("shade." + slug), metric, full);
  }
}
