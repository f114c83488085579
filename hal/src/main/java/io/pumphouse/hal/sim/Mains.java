package io.pumphouse.hal.sim;

import java.time.Instant;

/**
 * Electricity: what the pumps and the electronics of the machine draw, and the current in the three
 * phases of the house, which the machine measures at the meter to protect the fuses. The compressor
 * loads all phases alike, each element of the heater one of them. Immutable.
 */
final class Mains {
  static final double STANDBY_WATTS = 15;

  /**
   * Power grows with the cube of the speed; figures that beolink/HA-Nibe-Easyconf uses for NIBE's
   * 12 kW machine.
   */
  private static final double HEATING_PUMP_WATTS_LOW = 2;

  private static final double HEATING_PUMP_WATTS_HIGH = 60;
  private static final double BRINE_PUMP_WATTS_LOW = 3;
  private static final double BRINE_PUMP_WATTS_HIGH = 180;

  private static final double VOLTS = 230;
  private static final double POWER_FACTOR = 0.93;

  private final Chance household;

  Mains(long seed) {
    this.household = new Chance(seed, "household");
  }

  static double heatingPumpWatts(double share) {
    return pumpWatts(HEATING_PUMP_WATTS_LOW, HEATING_PUMP_WATTS_HIGH, share);
  }

  static double brinePumpWatts(double share) {
    return pumpWatts(BRINE_PUMP_WATTS_LOW, BRINE_PUMP_WATTS_HIGH, share);
  }

  private static double pumpWatts(double low, double high, double share) {
    return share > 0 ? low + (high - low) * share * share * share : 0;
  }

  /**
   * Current in one phase of the house, A.
   *
   * @param phase 1 to 3
   * @param evenWatts what loads all phases alike
   * @param heaterSteps how many elements are on
   */
  double amperes(int phase, double evenWatts, int heaterSteps, Instant at) {
    double quarterHours = at.getEpochSecond() / 900.0;
    double other = 250 + 60 * phase + 70 * household.drift(quarterHours + phase * 1e7);
    double element = heaterSteps >= phase ? Heater.STEP_WATTS : 0;
    return evenWatts / 3 / VOLTS / POWER_FACTOR + (element + Math.max(50, other)) / VOLTS;
  }
}
