package io.pumphouse.hal.sim;

import io.pumphouse.hal.reading.Metric;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the owner has set, in the units of the metrics. The control reads it at each step, so a
 * change works as on a real pump. Confined to the thread that steps the pump.
 */
final class Settings {
  private final Map<Metric, Double> values =
      new EnumMap<>(
          Map.of(
              Metric.HEAT_CURVE, 4.0,
              Metric.HEAT_CURVE_OFFSET, 1.0,
              Metric.ROOM_SETPOINT, 21.0,
              Metric.HOT_WATER_START, 44.0,
              Metric.HOT_WATER_STOP, 50.0,
              Metric.MAX_ADD_HEAT, 6.0));

  OptionalDouble value(Metric metric) {
    Double value = values.get(metric);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Whether there is such a setting and now has this value. */
  boolean change(Metric metric, double value) {
    return values.replace(metric, value) != null;
  }

  double of(Metric setting) {
    return value(setting).orElseThrow();
  }
}
