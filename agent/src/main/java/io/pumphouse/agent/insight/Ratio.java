package io.pumphouse.agent.insight;

import io.pumphouse.web.model.Efficiency;
import io.pumphouse.web.model.Reckoned;
import io.pumphouse.web.model.Reckoned.Known;
import io.pumphouse.web.model.Reckoned.Unknown;

/**
 * Heat over electricity, summed where both are known; and the electricity an ideal machine would
 * have needed for the same heat, so that the Carnot share is a ratio of sums too. Confined to one
 * thread.
 */
final class Ratio {
  /** Less than this is too little to divide by: kWh. */
  private static final double LEAST = 0.05;

  private double electricity;
  private double heat;
  private double electricityWithIdeal;
  private double idealElectricity;

  /**
   * @param ideal the best COP at the temperatures of the step; NaN if not known
   */
  void add(double stepElectricity, double stepHeat, double ideal) {
    electricity += stepElectricity;
    heat += stepHeat;
    if (!Double.isNaN(ideal)) {
      electricityWithIdeal += stepElectricity;
      idealElectricity += stepHeat / ideal;
    }
  }

  double electricity() {
    return electricity;
  }

  double heat() {
    return heat;
  }

  boolean isEmpty() {
    return electricity == 0 && heat == 0;
  }

  /**
   * @param why why there may be nothing to divide; empty if there should be
   */
  Reckoned cop(String why) {
    if (electricity >= LEAST) {
      return new Known(heat / electricity);
    }
    return new Unknown(
        why.isEmpty()
            ? "less than %s kWh of electricity at times when heat is known too".formatted(LEAST)
            : why);
  }

  Efficiency efficiency(String why) {
    Reckoned share =
        electricityWithIdeal >= LEAST
            ? new Known(idealElectricity / electricityWithIdeal)
            : new Unknown(
                why.isEmpty() ? "flow or brine temperature is not known at those times" : why);
    return new Efficiency(cop(why), electricity, heat, share);
  }
}
