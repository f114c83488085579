package io.pumphouse.agent.publish.mqtt;

import io.pumphouse.hal.reading.Unit;

/**
 * What a unit is to Home Assistant: developers.home-assistant.io, sensor entity. Immutable.
 *
 * @param deviceClass its device class; empty where it has none that fits
 * @param stateClass its state class; empty for what is no amount
 * @param unit how it writes the unit; empty for none
 */
record Guise(String deviceClass, String stateClass, String unit) {
  private static final String MEASUREMENT = "measurement";
  private static final String TOTAL = "total_increasing";

  /** Differences of temperature have no device class: they would be turned into degrees. */
  static Guise of(Unit unit) {
    return switch (unit) {
      case CELSIUS -> new Guise("temperature", MEASUREMENT, "°C");
      case RELATIVE_HUMIDITY -> new Guise("humidity", MEASUREMENT, "%");
      case HERTZ -> new Guise("frequency", MEASUREMENT, "Hz");
      case WATT -> new Guise("power", MEASUREMENT, "W");
      case KILOWATT -> new Guise("power", MEASUREMENT, "kW");
      case WATT_HOUR -> new Guise("energy", TOTAL, "Wh");
      case KILOWATT_HOUR -> new Guise("energy", TOTAL, "kWh");
      case AMPERE -> new Guise("current", MEASUREMENT, "A");
      case MILLIAMPERE -> new Guise("current", MEASUREMENT, "mA");
      case VOLT -> new Guise("voltage", MEASUREMENT, "V");
      case BAR -> new Guise("pressure", MEASUREMENT, "bar");
      case PASCAL -> new Guise("pressure", MEASUREMENT, "Pa");
      case KILOPASCAL -> new Guise("pressure", MEASUREMENT, "kPa");
      case LITRES_PER_MINUTE -> new Guise("volume_flow_rate", MEASUREMENT, "L/min");
      case CUBIC_METRES_PER_HOUR -> new Guise("volume_flow_rate", MEASUREMENT, "m³/h");
      case SECOND -> new Guise("duration", MEASUREMENT, "s");
      case MINUTE -> new Guise("duration", MEASUREMENT, "min");
      case HOUR -> new Guise("duration", MEASUREMENT, "h");
      case DAY -> new Guise("duration", MEASUREMENT, "d");
      case COUNT -> new Guise("", TOTAL, "");
      case KELVIN, DEGREE_MINUTES, PERCENT, RPM, MONTH -> new Guise("", MEASUREMENT, unit.symbol());
      case NONE, ON_OFF, CODE, STEP -> new Guise("", "", "");
    };
  }
}
