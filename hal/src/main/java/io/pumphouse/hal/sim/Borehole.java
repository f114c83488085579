package io.pumphouse.hal.sim;

/**
 * A hole in granite and the brine that goes round in it. The rock is two rings around the hole, the
 * inner one (to 0.3 m) answering within hours, the outer one (to 2.5 m) within months, and the
 * undisturbed ground beyond:
 *
 * <pre>
 *   C_inner dT_inner/dt = (T_outer - T_inner) / R_inner - heat taken
 *   C_outer dT_outer/dt = (T_ground - T_outer) / R_outer - (T_outer - T_inner) / R_inner
 *   brine, mean         = T_inner - heat taken * R_hole
 * </pre>
 *
 * Resistances of a ring are ln(outer/inner radius) / (2 pi conductivity depth); rock has 3.5 W/m K
 * and 2.2 MJ/m³ K, the hole itself 0.1 K m/W: usual design figures for granite. Confined to the
 * thread that steps it.
 */
final class Borehole {
  static final double GROUND_CELSIUS = 7.5;

  private static final double DEPTH_METRES = 180;
  private static final double CONDUCTIVITY_WATTS_PER_METRE_KELVIN = 3.5;
  private static final double HEAT_JOULES_PER_CUBIC_METRE_KELVIN = 2.2e6;
  private static final double HOLE_RADIUS_METRES = 0.057;
  private static final double INNER_RADIUS_METRES = 0.3;
  private static final double OUTER_RADIUS_METRES = 2.5;

  private static final double HOLE_KELVIN_PER_WATT = 0.1 / DEPTH_METRES;
  private static final double INNER_KELVIN_PER_WATT =
      resistance(HOLE_RADIUS_METRES, INNER_RADIUS_METRES);
  private static final double OUTER_KELVIN_PER_WATT =
      resistance(INNER_RADIUS_METRES, OUTER_RADIUS_METRES);
  private static final double INNER_JOULES_PER_KELVIN =
      heat(HOLE_RADIUS_METRES, INNER_RADIUS_METRES);
  private static final double OUTER_JOULES_PER_KELVIN =
      heat(INNER_RADIUS_METRES, OUTER_RADIUS_METRES);

  /** Mean heat taken over the year, which has cooled the outer ring before we look. */
  private static final double USUAL_WATTS = 1400;

  /** Ethanol and water: 0.5 kg/s at full speed, 4.25 kJ/kg K. */
  private static final double BRINE_WATTS_PER_KELVIN_AT_FULL_SPEED = 0.5 * 4250;

  /** Five litres of brine in the evaporator. */
  private static final double EVAPORATOR_JOULES_PER_KELVIN = 20_000;

  private static final double AT_ONCE_SECONDS = 0;
  private static final double MOVING_LAG_SECONDS = 60;
  private static final double RESTING_LAG_SECONDS = 2400;

  private double innerCelsius;
  private double outerCelsius;
  private final Lag brineIn;
  private final Lag brineOut;

  Borehole() {
    this.outerCelsius = GROUND_CELSIUS - USUAL_WATTS * OUTER_KELVIN_PER_WATT;
    this.innerCelsius = outerCelsius - USUAL_WATTS * INNER_KELVIN_PER_WATT;
    this.brineIn = new Lag(innerCelsius);
    this.brineOut = new Lag(innerCelsius);
  }

  /** Brine from the ground into the pump, °C. */
  double brineInCelsius() {
    return brineIn.value();
  }

  /** Brine from the pump back to the ground, °C. */
  double brineOutCelsius() {
    return brineOut.value();
  }

  /** Rock at the hole, °C. */
  double rockCelsius() {
    return innerCelsius;
  }

  /**
   * One step.
   *
   * @param pumpShare speed of the brine pump, 0 (resting) to 1
   */
  void advance(double takenWatts, double pumpShare, double seconds) {
    double inwardWatts = (outerCelsius - innerCelsius) / INNER_KELVIN_PER_WATT;
    double fromGroundWatts = (GROUND_CELSIUS - outerCelsius) / OUTER_KELVIN_PER_WATT;
    innerCelsius += (inwardWatts - takenWatts) * seconds / INNER_JOULES_PER_KELVIN;
    outerCelsius += (fromGroundWatts - inwardWatts) * seconds / OUTER_JOULES_PER_KELVIN;
    if (pumpShare > 0) {
      circulate(takenWatts, pumpShare, seconds);
    } else if (takenWatts > 0) {
      // Nothing brings heat along, so what stands in the evaporator gives all of it.
      double kelvin = takenWatts * seconds / EVAPORATOR_JOULES_PER_KELVIN;
      brineOut.follow(brineOut.value() - kelvin, AT_ONCE_SECONDS, seconds);
    } else {
      brineIn.follow(innerCelsius, RESTING_LAG_SECONDS, seconds);
      brineOut.follow(innerCelsius, RESTING_LAG_SECONDS, seconds);
    }
  }

  private void circulate(double takenWatts, double pumpShare, double seconds) {
    double mean = innerCelsius - takenWatts * HOLE_KELVIN_PER_WATT;
    double half = takenWatts / (BRINE_WATTS_PER_KELVIN_AT_FULL_SPEED * pumpShare) / 2;
    brineIn.follow(mean + half, MOVING_LAG_SECONDS, seconds);
    brineOut.follow(mean - half, MOVING_LAG_SECONDS, seconds);
  }

  private static double resistance(double innerMetres, double outerMetres) {
    return Math.log(outerMetres / innerMetres)
        / (2 * Math.PI * CONDUCTIVITY_WATTS_PER_METRE_KELVIN * DEPTH_METRES);
  }

  private static double heat(double innerMetres, double outerMetres) {
    double squareMetres = Math.PI * (outerMetres * outerMetres - innerMetres * innerMetres);
    return squareMetres * DEPTH_METRES * HEAT_JOULES_PER_CUBIC_METRE_KELVIN;
  }
}
