package io.pumphouse.agent.insight;

import static io.pumphouse.hal.reading.Metric.BRINE_OUT;
import static io.pumphouse.hal.reading.Metric.CONDENSER_OUT;
import static io.pumphouse.hal.reading.Metric.SUPPLY_TEMP;

import io.pumphouse.hal.reading.RegisterId;
import java.util.Set;

/**
 * The best COP that nature allows between two temperatures, {@code (Tf + 2 + 273) / ((Tf + 2) -
 * Te)}: openenergymonitor/docs, heatpumpmonitor/prc_carnot.md. The refrigerant evaporates a few
 * kelvin below the brine that leaves; 3 K are taken here, which nobody has measured.
 */
final class Carnot {
  private static final double KELVIN = 273;
  private static final double CONDENSING_ABOVE = 2;
  private static final double EVAPORATING_BELOW = 3;

  /** Closer together than this the formula means nothing: K. */
  private static final double LEAST_LIFT = 5;

  private Carnot() {}

  /** Every register that may be needed. */
  static Set<RegisterId> candidates(Subject subject) {
    return subject.ids(BRINE_OUT, CONDENSER_OUT, SUPPLY_TEMP);
  }

  /** The ideal COP of each step; NaN where a temperature is missing or the lift is too small. */
  static double[] of(Piece piece) {
    double[] flow =
        piece.means(piece.line(CONDENSER_OUT).isPresent() ? CONDENSER_OUT : SUPPLY_TEMP);
    double[] brine = piece.means(BRINE_OUT);
    double[] ideal = new double[piece.steps()];
    for (int i = 0; i < ideal.length; i++) {
      ideal[i] = of(flow[i], brine[i] - EVAPORATING_BELOW);
    }
    return ideal;
  }

  /**
   * @param flow of the heating water, °C
   * @param evaporation of the refrigerant, °C
   */
  static double of(double flow, double evaporation) {
    double lift = flow + CONDENSING_ABOVE - evaporation;
    return lift >= LEAST_LIFT ? (flow + CONDENSING_ABOVE + KELVIN) / lift : Double.NaN;
  }
}
