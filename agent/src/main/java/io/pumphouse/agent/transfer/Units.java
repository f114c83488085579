package io.pumphouse.agent.transfer;

import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Unit;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Values in other units. Pure. */
final class Units {
  private Units() {}

  /** The value in the unit of the register, or empty if nobody knows how. */
  static Optional<BigDecimal> convert(BigDecimal value, String written, Register register) {
    String from = plain(written);
    String to = plain(register.unit().symbol());
    if (from.isEmpty() || from.equals(to) || !register.unit().isShown()) {
      return Optional.of(value);
    }
    if (from.equals("°c") && register.unit() == Unit.KELVIN) {
      return Optional.of(value); // both are differences: only those are in kelvin here
    }
    return switch (from + ">" + to) {
      case "kw>w", "kwh>wh", "a>ma", "kpa>pa" -> Optional.of(value.movePointRight(3));
      case "w>kw", "wh>kwh", "ma>a", "pa>kpa" -> Optional.of(value.movePointLeft(3));
      case "mwh>kwh" -> Optional.of(value.movePointRight(3));
      case "h>min", "min>s" -> Optional.of(value.multiply(BigDecimal.valueOf(60)));
      default -> Optional.empty();
    };
  }

  private static String plain(String unit) {
    String lower = unit.strip().toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "c", "degc", "celsius", "ºc" -> "°c";
      case "hours", "hour", "hrs" -> "h";
      case "minutes", "minute" -> "min";
      case "seconds", "second", "sec" -> "s";
      case "percent", "pct" -> "%";
      case "°min", "dm", "gm" -> "°c·min";
      case "lpm", "l/m" -> "l/min";
      case "m3/h" -> "m³/h";
      default -> lower;
    };
  }
}
