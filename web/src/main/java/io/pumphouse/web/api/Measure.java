package io.pumphouse.web.api;

import io.pumphouse.hal.reading.Unit;

/**
 * What a unit is to Prometheus, which wants base units only. Immutable.
 *
 * @param family the name of all that is measured so
 * @param help what it is
 * @param factor what one of ours is worth
 */
record Measure(String family, String help, double factor) {
  private static final String TEMPERATURE = "Temperatures.";
  private static final String POWER = "Electric and thermal power.";
  private static final String ENERGY = "Counters of energy, as the pump keeps them.";
  private static final String TIME = "Counters and settings of time.";
  private static final String PRESSURE = "Pressures.";
  private static final String FLOW = "Flows.";
  private static final String SHARE = "Shares, 1 is all.";

  static Measure of(Unit unit) {
    return switch (unit) {
      case CELSIUS -> new Measure("temperature_celsius", TEMPERATURE, 1);
      case KELVIN -> new Measure("difference_kelvin", "Differences of temperature.", 1);
      case DEGREE_MINUTES ->
          new Measure(
              "deficit_kelvin_seconds", "What the house lacks: degree minutes times 60.", 60);
      case PERCENT -> new Measure("share_ratio", SHARE, 0.01);
      case RELATIVE_HUMIDITY -> new Measure("humidity_ratio", "Relative humidity, 1 is all.", 0.01);
      case HERTZ -> new Measure("frequency_hertz", "Frequencies.", 1);
      case RPM -> new Measure("rotation_hertz", "Turns in a second.", 1 / 60.0);
      case WATT -> new Measure("power_watts", POWER, 1);
      case KILOWATT -> new Measure("power_watts", POWER, 1e3);
      case WATT_HOUR -> new Measure("energy_joules", ENERGY, 3_600);
      case KILOWATT_HOUR -> new Measure("energy_joules", ENERGY, 3.6e6);
      case AMPERE -> new Measure("current_amperes", "Electric currents.", 1);
      case MILLIAMPERE -> new Measure("current_amperes", "Electric currents.", 1e-3);
      case VOLT -> new Measure("voltage_volts", "Voltages.", 1);
      case BAR -> new Measure("pressure_pascals", PRESSURE, 1e5);
      case PASCAL -> new Measure("pressure_pascals", PRESSURE, 1);
      case KILOPASCAL -> new Measure("pressure_pascals", PRESSURE, 1e3);
      case LITRES_PER_MINUTE -> new Measure("flow_cubic_meters_per_second", FLOW, 1 / 60e3);
      case CUBIC_METRES_PER_HOUR -> new Measure("flow_cubic_meters_per_second", FLOW, 1 / 3_600.0);
      case SECOND -> new Measure("time_seconds", TIME, 1);
      case MINUTE -> new Measure("time_seconds", TIME, 60);
      case HOUR -> new Measure("time_seconds", TIME, 3_600);
      case DAY -> new Measure("time_seconds", TIME, 86_400);
      case MONTH -> new Measure("months", "Settings in months.", 1);
      case NONE, ON_OFF, CODE, COUNT, STEP ->
          new Measure("state", "Numbers without a unit: states, codes, counts.", 1);
    };
  }
}
