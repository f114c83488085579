package io.pumphouse.hal.sim;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Alarm;
import io.pumphouse.hal.reading.RegisterId;
import java.util.Locale;
import java.util.Map;

/**
 * By which number and which bit a model tells the one alarm that the virtual pump can have: low
 * pressure, looked up in the model's own table. Immutable.
 */
final class AlarmFace {
  private static final String LOW_PRESSURE = "low pressure";

  /** Where a model has no table of its codes, any code will do. */
  private static final int ANY_CODE = 1;

  private final RegisterMap map;

  AlarmFace(RegisterMap map) {
    this.map = map;
  }

  /** The number on the display. */
  int code() {
    return map.alarms().codes().stream()
        .filter(AlarmFace::isLowPressure)
        .map(alarm -> Integer.parseInt(alarm.code()))
        .findFirst()
        .orElse(ANY_CODE);
  }

  /** Whether this register is 1 while the alarm lasts. */
  boolean isBit(RegisterId register) {
    return map.alarms().bits().entrySet().stream()
        .filter(bit -> isLowPressure(bit.getValue()))
        .findFirst()
        .map(Map.Entry::getKey)
        .filter(register::equals)
        .isPresent();
  }

  private static boolean isLowPressure(Alarm alarm) {
    return alarm.text().toLowerCase(Locale.ROOT).startsWith(LOW_PRESSURE);
  }
}
