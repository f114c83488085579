package io.pumphouse.hal.sim;

/**
 * The heating water inside the pump: in at the condenser, out of it, past the additional heater and
 * on to the valve. The pump aims at 6 K between out and in; what is left over shows as a larger or
 * smaller difference:
 *
 * <pre>
 *   condenser in  = mean of the circuit served - heat / (2 flow c)
 *   condenser out = condenser in + compressor heat / (flow c)
 *   supply        = condenser in + all heat / (flow c)
 * </pre>
 *
 * Confined to the thread that steps it.
 */
final class WaterCircuit {
  private static final double WATER_JOULES_PER_KILOGRAM_KELVIN = 4186;
  private static final double AIM_KELVIN = 6;
  private static final double LOWEST_KILOGRAMS_PER_SECOND = 0.12;
  private static final double HIGHEST_KILOGRAMS_PER_SECOND = 0.45;

  /** The sensors sit in pockets on the pipes. */
  private static final double SENSOR_SECONDS = 30;

  private static final double RESTING_SECONDS = 3600;

  private final Lag in;
  private final Lag out;
  private final Lag supply;
  private double pumpShare;

  WaterCircuit(double celsius) {
    this.in = new Lag(celsius);
    this.out = new Lag(celsius);
    this.supply = new Lag(celsius);
  }

  double inCelsius() {
    return in.value();
  }

  double outCelsius() {
    return out.value();
  }

  double supplyCelsius() {
    return supply.value();
  }

  /** Speed of the heating pump, 0 (resting) to 1. */
  double pumpShare() {
    return pumpShare;
  }

  /**
   * One step.
   *
   * @param meanCelsius mean temperature of what the valve points to
   */
  void carry(double compressorWatts, double heaterWatts, double meanCelsius, double seconds) {
    double watts = compressorWatts + heaterWatts;
    double flow =
        Math.clamp(
            watts / (WATER_JOULES_PER_KILOGRAM_KELVIN * AIM_KELVIN),
            LOWEST_KILOGRAMS_PER_SECOND,
            HIGHEST_KILOGRAMS_PER_SECOND);
    double wattsPerKelvin = flow * WATER_JOULES_PER_KILOGRAM_KELVIN;
    double coldest = meanCelsius - watts / wattsPerKelvin / 2;
    pumpShare = flow / HIGHEST_KILOGRAMS_PER_SECOND;
    in.follow(coldest, SENSOR_SECONDS, seconds);
    out.follow(coldest + compressorWatts / wattsPerKelvin, SENSOR_SECONDS, seconds);
    supply.follow(coldest + watts / wattsPerKelvin, SENSOR_SECONDS, seconds);
  }

  /** One step without flow: the pipes go towards the temperature of the room they are in. */
  void stand(double roomCelsius, double seconds) {
    pumpShare = 0;
    in.follow(roomCelsius, RESTING_SECONDS, seconds);
    out.follow(roomCelsius, RESTING_SECONDS, seconds);
    supply.follow(roomCelsius, RESTING_SECONDS, seconds);
  }
}
