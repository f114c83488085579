package io.pumphouse.hal.sim;

/**
 * The refrigerant circuit. The swept volume decides how much heat it lifts out of the brine, the
 * temperatures decide what that costs:
 *
 * <pre>
 *   heat from brine = 65 W per Hz x exp(0.033 (T_evaporating + 5))
 *   COP             = share x T_condensing / (T_condensing - T_evaporating)      (kelvin)
 *   electricity     = heat from brine / (COP - 1),  heat = heat from brine + electricity
 * </pre>
 *
 * The share of Carnot's COP is 0.50 at 55 Hz and less at both ends; 0.45 to 0.55 is what measured
 * pumps reach (openenergymonitor/docs, heatpumpmonitor/prc_carnot.md). The gas thickens by about
 * 3.3 % per kelvin of evaporation, as refrigerants do near 0 °C. Confined to the thread that steps
 * it.
 */
final class Compressor {
  private static final double BRINE_WATTS_PER_HERTZ = 65;
  private static final double GAS_SHARE_PER_KELVIN = 0.033;
  private static final double GAS_REFERENCE_CELSIUS = -5;

  private static final double BEST_CARNOT_SHARE = 0.50;
  private static final double BEST_HERTZ = 55;
  private static final double CARNOT_SHARE_LOST = 0.04;
  private static final double SMALLEST_LIFT_KELVIN = 15;
  private static final double ZERO_KELVIN = 273.15;

  private static final double RAMP_HERTZ_PER_SECOND = 0.5;

  private final Drive drive;
  private double hertz;
  private double brineWatts;
  private double electricWatts;

  Compressor(Drive drive) {
    this.drive = drive;
  }

  boolean isRunning() {
    return hertz > 0;
  }

  double hertz() {
    return hertz;
  }

  /** Speed as a share of the highest, %. */
  double speedPercent() {
    return 100 * hertz / drive.highestHertz();
  }

  /** Heat taken from the brine, W. */
  double brineWatts() {
    return brineWatts;
  }

  /** Electricity into the compressor, W. */
  double electricWatts() {
    return electricWatts;
  }

  /** Heat given to the water, W. */
  double heatWatts() {
    return brineWatts + electricWatts;
  }

  void rest() {
    hertz = 0;
    brineWatts = 0;
    electricWatts = 0;
  }

  /**
   * One step of running; the speed moves towards the wanted one as fast as the inverter lets it.
   */
  void run(
      double wantedHertz, double evaporatingCelsius, double condensingCelsius, double seconds) {
    hertz = ramped(drive.within(wantedHertz), seconds);
    double lift = Math.max(condensingCelsius - evaporatingCelsius, SMALLEST_LIFT_KELVIN);
    double cop = carnotShare() * (condensingCelsius + ZERO_KELVIN) / lift;
    double gas = Math.exp(GAS_SHARE_PER_KELVIN * (evaporatingCelsius - GAS_REFERENCE_CELSIUS));
    brineWatts = BRINE_WATTS_PER_HERTZ * hertz * gas;
    electricWatts = brineWatts / (cop - 1);
  }

  private double ramped(double wantedHertz, double seconds) {
    double from = Math.max(hertz, drive.lowestHertz());
    double most = RAMP_HERTZ_PER_SECOND * seconds;
    return from + Math.clamp(wantedHertz - from, -most, most);
  }

  private double carnotShare() {
    double off = (hertz - BEST_HERTZ) / BEST_HERTZ;
    return BEST_CARNOT_SHARE - CARNOT_SHARE_LOST * off * off;
  }
}
