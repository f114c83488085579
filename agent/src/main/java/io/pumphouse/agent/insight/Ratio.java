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

  /**
   * A COP that may be off by more than this share of itself says nothing: this project's choice.
   */
  private static final double WIDEST = 1.0 / 3;

  private final Rounding electricityRounding = new Rounding();
  private final Rounding heatRounding = new Rounding();
  private double electricity;
  private double heat;
  private double electricityWithIdeal;
  private double idealElectricity;

  /**
   * Adds a step in which both are known.
   *
   * @param out the heat, or the cold, that counts
   * @param ideal the best COP at the temperatures of the step; NaN if not known
   */
  void add(Sheet sheet, int step, double out, double ideal) {
    double in = sheet.electricity.energy(step);
    electricity += in;
    heat += out;
    electricityRounding.add(sheet.piece, step, sheet.electricity.grain(step));
    heatRounding.add(sheet.piece, step, sheet.heat.grain(step));
    if (!Double.isNaN(ideal)) {
      electricityWithIdeal += in;
      idealElectricity += out / ideal;
    }
  }

  /**
   * The COP, or why there is none.
   *
   * @param why why there may be nothing to divide; empty if there should be
   */
  Reckoned cop(String why) {
    if (electricity < LEAST) {
      return new Unknown(
          why.isEmpty()
              ? "less than %s kWh of electricity at times when heat is known too".formatted(LEAST)
              : why);
    }
    double cop = heat / electricity;
    return margin() > Math.max(1, Math.abs(cop)) * WIDEST
        ? new Unknown(
            "the meters count in steps too coarse for this time: %.1f ± %.1f"
                .formatted(cop, margin()))
        : new Known(cop);
  }

  /** How far off the COP may be because meters count in steps; 0 where they do not. */
  double margin() {
    return electricity < LEAST
        ? 0
        : Math.hypot(heat / electricity * electricityRounding.deviation(), heatRounding.deviation())
            * 2
            / electricity;
  }

  Efficiency efficiency(String why) {
    return switch (cop(why)) {
      case Unknown none -> new Efficiency(none, electricity, heat, none);
      case Known cop -> new Efficiency(cop, margin(), electricity, heat, carnotShare());
    };
  }

  private Reckoned carnotShare() {
    return electricityWithIdeal >= LEAST
        ? new Known(idealElectricity / electricityWithIdeal)
        : new Unknown("flow or brine temperature is not known at those times");
  }
}
