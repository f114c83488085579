package io.pumphouse.hal.reading;

import java.util.Arrays;
import java.util.Optional;

/**
 * What one step of a number means. The symbol is the one register maps, the API and the pages use.
 */
public enum Unit {
  NONE(""),
  ON_OFF("0/1"),
  CODE("code"),
  COUNT("count"),
  STEP("step"),
  CELSIUS("°C"),
  KELVIN("K"),
  DEGREE_MINUTES("°C·min"),
  PERCENT("%"),
  RELATIVE_HUMIDITY("% RH"),
  HERTZ("Hz"),
  RPM("rpm"),
  WATT("W"),
  KILOWATT("kW"),
  WATT_HOUR("Wh"),
  KILOWATT_HOUR("kWh"),
  AMPERE("A"),
  MILLIAMPERE("mA"),
  VOLT("V"),
  BAR("bar"),
  PASCAL("Pa"),
  KILOPASCAL("kPa"),
  LITRES_PER_MINUTE("l/min"),
  CUBIC_METRES_PER_HOUR("m³/h"),
  SECOND("s"),
  MINUTE("min"),
  HOUR("h"),
  DAY("d"),
  MONTH("months");

  private final String symbol;

  Unit(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }

  /** The unit written like this in a register map, or empty if there is none. */
  public static Optional<Unit> of(String symbol) {
    return Arrays.stream(values()).filter(unit -> unit.symbol.equals(symbol)).findFirst();
  }

  /**
   * Whether the symbol belongs beside a number that a person reads ({@code 21.4 °C}, but not {@code
   * 1 0/1}).
   */
  public boolean isShown() {
    return switch (this) {
      case NONE, ON_OFF, CODE, COUNT, STEP -> false;
      case CELSIUS,
          KELVIN,
          DEGREE_MINUTES,
          PERCENT,
          RELATIVE_HUMIDITY,
          HERTZ,
          RPM,
          WATT,
          KILOWATT,
          WATT_HOUR,
          KILOWATT_HOUR,
          AMPERE,
          MILLIAMPERE,
          VOLT,
          BAR,
          PASCAL,
          KILOPASCAL,
          LITRES_PER_MINUTE,
          CUBIC_METRES_PER_HOUR,
          SECOND,
          MINUTE,
          HOUR,
          DAY,
          MONTH ->
          true;
    };
  }
}
