package io.pumphouse.agent.insight;

import static io.pumphouse.hal.reading.Metric.BRINE_IN;
import static io.pumphouse.hal.reading.Metric.BRINE_OUT;
import static io.pumphouse.hal.reading.Metric.CONDENSER_IN;
import static io.pumphouse.hal.reading.Metric.CONDENSER_OUT;
import static io.pumphouse.hal.reading.Metric.RETURN_TEMP;
import static io.pumphouse.hal.reading.Metric.SUPPLY_TEMP;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.RegisterId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A difference between two sensors.
 *
 * @param warm the one that is warmer in heating
 * @param cold the other
 */
record Difference(Metric warm, Metric cold) {
  /** What the brine gave. */
  static final Difference BRINE = new Difference(BRINE_IN, BRINE_OUT);

  private static final List<Difference> HEATING =
      List.of(
          new Difference(SUPPLY_TEMP, RETURN_TEMP),
          new Difference(CONDENSER_OUT, CONDENSER_IN),
          new Difference(CONDENSER_OUT, RETURN_TEMP));

  private static final List<Difference> CONDENSER =
      List.of(
          new Difference(CONDENSER_OUT, CONDENSER_IN),
          new Difference(CONDENSER_OUT, RETURN_TEMP),
          new Difference(SUPPLY_TEMP, RETURN_TEMP));

  /** What the house took: supply and return, or the nearest the pump has. */
  static Optional<Difference> heating(Subject subject, Set<RegisterId> present) {
    return first(HEATING, subject, present);
  }

  /** What the condenser gave, before the additional heater where the pump can tell. */
  static Optional<Difference> condenser(Subject subject, Set<RegisterId> present) {
    return first(CONDENSER, subject, present);
  }

  private static Optional<Difference> first(
      List<Difference> pairs, Subject subject, Set<RegisterId> present) {
    return pairs.stream()
        .filter(pair -> subject.all(pair.warm, pair.cold).filter(present::containsAll).isPresent())
        .findFirst();
  }

  /** Whether the additional heater lies between the two. */
  boolean takesInTheHeater() {
    return warm == SUPPLY_TEMP;
  }

  String words() {
    return warm.key() + " − " + cold.key();
  }

  /** K, step by step; NaN where one of the two is missing. */
  double[] of(Piece piece) {
    double[] difference = piece.means(warm);
    double[] other = piece.means(cold);
    for (int i = 0; i < difference.length; i++) {
      difference[i] -= other[i];
    }
    return difference;
  }

  /** How far both cover a step. */
  double[] covered(Piece piece) {
    double[] covered = new double[piece.steps()];
    for (int i = 0; i < covered.length; i++) {
      covered[i] = Math.min(covered(piece, warm, i), covered(piece, cold, i));
    }
    return covered;
  }

  private static double covered(Piece piece, Metric metric, int step) {
    return piece.line(metric).map(line -> line.covered(step)).orElse(0.0);
  }
}
