package io.pumphouse.agent.insight;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Span;
import java.util.HashSet;
import java.util.Set;

/**
 * How energy and power are known over a time. Chosen once for the whole of it, so that a figure
 * never mixes borders.
 *
 * @param electricity for sums
 * @param power the electric power, step by step
 * @param heat for sums
 * @param heatPower the heat, step by step
 */
record Choice(Source electricity, Source power, Source heat, Source heatPower) {
  /** Looks what has values in this time and chooses the best of it. */
  static Choice of(Subject subject, Pieces pieces, Span span) {
    Set<RegisterId> candidates =
        Subject.union(Electricity.candidates(subject), Heat.candidates(subject));
    Set<RegisterId> present = pieces.present(subject, candidates, span);
    return new Choice(
        Electricity.energy(subject, present),
        Electricity.power(subject, present),
        Heat.energy(subject, present),
        Heat.power(subject, present));
  }

  /** Everything that a summary reads. */
  Set<RegisterId> registers(Subject subject) {
    Set<RegisterId> all = new HashSet<>(electricity.registers());
    all.addAll(power.registers());
    all.addAll(heat.registers());
    all.addAll(heatPower.registers());
    all.addAll(Modes.candidates(subject));
    all.addAll(Carnot.candidates(subject));
    all.addAll(
        subject.ids(
            Metric.ADD_HEAT_POWER,
            Metric.ADD_HEAT_HOURS,
            Metric.COMPRESSOR_ON,
            Metric.COMPRESSOR_STARTS));
    return all;
  }
}
