package io.pumphouse.web.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Quantities that the agent works out of registers; each is asked for by its word. */
public enum Derived {
  ELECTRIC_POWER,
  HEAT_POWER,
  COP,
  BRINE_DELTA,
  HEATING_DELTA,
  CARNOT_SHARE,
  HOT_WATER_ON;

  /** Its public name, as that of a metric: {@code heat_power}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that word. */
  public static Optional<Derived> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /** The words of all of them. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Derived::word).toList();
  }
}
