package io.pumphouse.hal.sim;

/**
 * What the sensors on the refrigerant circuit show. Running, the saturation temperatures hang on
 * the brine and the water; resting, everything drifts towards the room and the pressures even out.
 * Pressures are those of R407C by Clausius and Clapeyron through 4.6 bar at 0 °C and 15.4 bar at 40
 * °C (absolute, dew line). Confined to the thread that steps it.
 */
final class Refrigerant {
  private static final double EVAPORATOR_KELVIN = 3;
  private static final double CONDENSER_KELVIN = 2;
  private static final double SUPERHEAT_KELVIN = 6;
  private static final double SUBCOOLING_KELVIN = 4;
  private static final double REST_CELSIUS = 16;

  private static final double PRESSURE_SECONDS = 60;
  private static final double PIPE_SECONDS = 120;
  private static final double HOT_GAS_SECONDS = 300;
  private static final double REST_SECONDS = 2400;

  private static final double ZERO_KELVIN = 273.15;
  private static final double BAR_AT_ZERO = 4.61;
  private static final double CLAUSIUS_CLAPEYRON_KELVIN = 2579;
  private static final double AIR_BAR = 1.013;

  private final Lag evaporating = new Lag(REST_CELSIUS);
  private final Lag condensing = new Lag(REST_CELSIUS);
  private final Lag hotGas = new Lag(REST_CELSIUS + 10);
  private final Lag liquid = new Lag(REST_CELSIUS + 4);
  private final Lag suction = new Lag(REST_CELSIUS);
  private boolean isRunning;

  static double evaporatingCelsius(double brineOutCelsius) {
    return brineOutCelsius - EVAPORATOR_KELVIN;
  }

  static double condensingCelsius(double condenserOutCelsius) {
    return condenserOutCelsius + CONDENSER_KELVIN;
  }

  /** One step of running between these saturation temperatures. */
  void run(double evaporatingCelsius, double condensingCelsius, double hertz, double seconds) {
    isRunning = true;
    double lift = condensingCelsius - evaporatingCelsius;
    evaporating.follow(evaporatingCelsius, PRESSURE_SECONDS, seconds);
    condensing.follow(condensingCelsius, PRESSURE_SECONDS, seconds);
    hotGas.follow(condensingCelsius + 8 + 0.45 * lift + 0.05 * hertz, HOT_GAS_SECONDS, seconds);
    liquid.follow(condensingCelsius - SUBCOOLING_KELVIN, PIPE_SECONDS, seconds);
    suction.follow(evaporatingCelsius + SUPERHEAT_KELVIN, PIPE_SECONDS, seconds);
  }

  /** One step of rest. */
  void rest(double seconds) {
    isRunning = false;
    evaporating.follow(REST_CELSIUS, PRESSURE_SECONDS * 4, seconds);
    condensing.follow(REST_CELSIUS, PRESSURE_SECONDS * 4, seconds);
    hotGas.follow(REST_CELSIUS + 10, REST_SECONDS, seconds);
    liquid.follow(REST_CELSIUS + 4, REST_SECONDS, seconds);
    suction.follow(REST_CELSIUS, REST_SECONDS, seconds);
  }

  double hotGasCelsius() {
    return hotGas.value();
  }

  double liquidCelsius() {
    return liquid.value();
  }

  double suctionCelsius() {
    return suction.value();
  }

  /** Over the air outside, bar. */
  double lowBar() {
    return bar(evaporating.value());
  }

  /** Over the air outside, bar. */
  double highBar() {
    return bar(condensing.value());
  }

  double superheatKelvin() {
    return isRunning ? Math.max(0, suction.value() - evaporating.value()) : 0;
  }

  double subcoolingKelvin() {
    return isRunning ? Math.max(0, condensing.value() - liquid.value()) : 0;
  }

  private static double bar(double saturatedCelsius) {
    double inverse = 1 / ZERO_KELVIN - 1 / (saturatedCelsius + ZERO_KELVIN);
    return BAR_AT_ZERO * Math.exp(CLAUSIUS_CLAPEYRON_KELVIN * inverse) - AIR_BAR;
  }
}
