package io.pumphouse.hal.sim;

import io.pumphouse.hal.reading.Metric;

/**
 * How warm the supply should be, in the manner of NIBE's numbered curves. Each step of the curve
 * asks for 0.125 K more per degree that it is colder than 20 °C outdoors, each step of the offset
 * for 2.5 K, and a room that is too cold for 2 K per degree.
 */
final class HeatCurve {
  private static final double FLAT_CELSIUS = 20;
  private static final double KELVIN_PER_KELVIN_AND_STEP = 0.125;
  private static final double KELVIN_PER_OFFSET = 2.5;
  private static final double ROOM_FACTOR = 2;
  private static final double LOWEST_CELSIUS = 20;
  private static final double HIGHEST_CELSIUS = 55;

  private final Settings settings;

  HeatCurve(Settings settings) {
    this.settings = settings;
  }

  /** The supply temperature wanted, °C. */
  double celsius(double outdoorCelsius, double roomCelsius) {
    double colder = Math.max(0, FLAT_CELSIUS - outdoorCelsius);
    double wanted =
        FLAT_CELSIUS
            + KELVIN_PER_KELVIN_AND_STEP * settings.of(Metric.HEAT_CURVE) * colder
            + KELVIN_PER_OFFSET * settings.of(Metric.HEAT_CURVE_OFFSET)
            + ROOM_FACTOR * (settings.of(Metric.ROOM_SETPOINT) - roomCelsius);
    return Math.clamp(wanted, LOWEST_CELSIUS, HIGHEST_CELSIUS);
  }
}
