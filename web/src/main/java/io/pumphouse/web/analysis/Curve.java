package io.pumphouse.web.analysis;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.web.model.Derived;
import io.pumphouse.web.page.Tongue;
import java.util.Set;

/**
 * One line of a chart. Public because compiled templates live in a package of their own.
 *
 * @param metric its public name
 * @param label what a person calls it
 * @param unit what its numbers are in, as shown
 * @param factor what a stored number is multiplied by to be in that unit
 * @param tone which colour of the palette: {@code heating}
 * @param look {@code solid}, {@code dashed}, {@code dotted}, or {@code state} for an area of on and
 *     off
 * @param axis 0 at the left, 1 at the right
 */
public record Curve(
    String metric, String label, String unit, int factor, String tone, String look, int axis) {

  /**
   * A line as the charts know it, without its words yet.
   *
   * @param isDerived whether the agent works it out for every pump, though a register may carry a
   *     metric of that name too
   */
  record Plan(
      String metric,
      String unit,
      int factor,
      String tone,
      String look,
      int axis,
      boolean isDerived) {
    static Plan line(String metric, String unit, String tone) {
      return new Plan(metric, unit, 1, tone, "solid", 0, false);
    }

    static Plan derived(Derived quantity, String unit, String tone) {
      return new Plan(quantity.word(), unit, 1, tone, "solid", 0, true);
    }

    static Plan state(String metric, String tone) {
      return new Plan(metric, "%", 100, tone, "state", 0, false);
    }

    Plan dashed() {
      return new Plan(metric, unit, factor, tone, "dashed", axis, isDerived);
    }

    Plan dotted() {
      return new Plan(metric, unit, factor, tone, "dotted", axis, isDerived);
    }

    Plan right() {
      return new Plan(metric, unit, factor, tone, look, 1, isDerived);
    }

    Plan times(int by) {
      return new Plan(metric, unit, by, tone, look, axis, isDerived);
    }

    boolean isOf(Set<String> known) {
      return isDerived || known.contains(metric);
    }

    Curve in(Tongue tongue) {
      String label =
          isDerived
              ? tongue.say("series." + metric)
              : Metric.of(metric)
                  .map(known -> tongue.sayOr("metric." + metric, known.label()))
                  .orElse(metric);
      return new Curve(metric, label, unit, factor, tone, look, axis);
    }
  }
}
