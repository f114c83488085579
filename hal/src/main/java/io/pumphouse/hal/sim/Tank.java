package io.pumphouse.hal.sim;

/**
 * The hot-water tank, 180 l in two layers: the top, from which water is drawn, and below it the
 * layer that is charged and into which cold water flows. Where the lower layer is the warmer one,
 * the two mix. Confined to the thread that steps it.
 */
final class Tank {
  static final double COLD_WATER_CELSIUS = 8;

  private static final double TOP_LITRES = 80;
  private static final double CHARGING_LITRES = 100;
  private static final double JOULES_PER_LITRE_KELVIN = 4186;

  /** Standing loss: about 1.8 kWh a day at 50 °C in a room of 21 °C. */
  private static final double TOP_LOSS_WATTS_PER_KELVIN = 1.3;

  private static final double CHARGING_LOSS_WATTS_PER_KELVIN = 1.3;
  private static final double ROOM_CELSIUS = 21;

  /** Conduction through the water and the steel between the layers. */
  private static final double LAYER_WATTS_PER_KELVIN = 3;

  /** What the charging jacket passes on for each degree that its water is warmer than the tank. */
  static final double JACKET_WATTS_PER_KELVIN = 1000;

  private double topCelsius;
  private double chargingCelsius;
  private double drawnJoules;
  private double lostJoules;

  Tank(double topCelsius, double chargingCelsius) {
    this.topCelsius = topCelsius;
    this.chargingCelsius = chargingCelsius;
  }

  double topCelsius() {
    return topCelsius;
  }

  double chargingCelsius() {
    return chargingCelsius;
  }

  /** Heat stored above 0 °C, J. */
  double storedJoules() {
    return (topCelsius * TOP_LITRES + chargingCelsius * CHARGING_LITRES) * JOULES_PER_LITRE_KELVIN;
  }

  /** Heat that left through the taps since the start, over that of the cold water, J. */
  double drawnJoules() {
    return drawnJoules;
  }

  /** Heat that left through the insulation since the start, J. */
  double lostJoules() {
    return lostJoules;
  }

  /** One step; the pump charges with {@code heatWatts}, people draw mixed water. */
  void advance(double heatWatts, double tapLitresPerSecond, double seconds) {
    charge(heatWatts * seconds);
    draw(tapLitresPerSecond * seconds);
    cool(seconds);
    if (chargingCelsius > topCelsius) {
      mix();
    }
  }

  private void charge(double joules) {
    chargingCelsius += joules / (CHARGING_LITRES * JOULES_PER_LITRE_KELVIN);
  }

  /** The mixing tap takes only as much hot water as it needs; cold water follows from below. */
  private void draw(double tapLitres) {
    double share =
        (Taps.TAP_CELSIUS - COLD_WATER_CELSIUS)
            / Math.max(topCelsius - COLD_WATER_CELSIUS, Taps.TAP_CELSIUS - COLD_WATER_CELSIUS);
    double litres = tapLitres * share;
    drawnJoules += litres * JOULES_PER_LITRE_KELVIN * (topCelsius - COLD_WATER_CELSIUS);
    topCelsius += (chargingCelsius - topCelsius) * litres / TOP_LITRES;
    chargingCelsius += (COLD_WATER_CELSIUS - chargingCelsius) * litres / CHARGING_LITRES;
  }

  private void cool(double seconds) {
    double down = LAYER_WATTS_PER_KELVIN * (topCelsius - chargingCelsius) * seconds;
    double fromTop = TOP_LOSS_WATTS_PER_KELVIN * (topCelsius - ROOM_CELSIUS) * seconds;
    double fromBelow = CHARGING_LOSS_WATTS_PER_KELVIN * (chargingCelsius - ROOM_CELSIUS) * seconds;
    topCelsius -= (down + fromTop) / (TOP_LITRES * JOULES_PER_LITRE_KELVIN);
    chargingCelsius += (down - fromBelow) / (CHARGING_LITRES * JOULES_PER_LITRE_KELVIN);
    lostJoules += fromTop + fromBelow;
  }

  private void mix() {
    double mixed =
        (topCelsius * TOP_LITRES + chargingCelsius * CHARGING_LITRES)
            / (TOP_LITRES + CHARGING_LITRES);
    topCelsius = mixed;
    chargingCelsius = mixed;
  }
}
