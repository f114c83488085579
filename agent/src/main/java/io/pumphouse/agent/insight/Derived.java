package io.pumphouse.agent.insight;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The quantities that no register carries. The word is public. */
enum Derived {
  ELECTRIC_POWER,
  HEAT_POWER,
  COP,
  BRINE_DELTA,
  HEATING_DELTA,
  CARNOT_SHARE,
  HOT_WATER_ON;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Derived> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Derived::word).toList();
  }
}
