package io.pumphouse.agent.transfer;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Sample;

/**
 * A sample as texts, in the columns of every export. Immutable.
 *
 * @param value in {@code unit}; empty unless {@code state} is {@code value}
 * @param reason why a sample is invalid, else empty
 * @param raw what the device said, where it said a number
 */
record Columns(
    String time,
    String pump,
    String metric,
    String register,
    String value,
    String unit,
    String state,
    String reason,
    String raw) {
  static Columns of(PumpId pump, RegisterMap map, Sample sample) {
    String unit = map.find(sample.register()).map(register -> register.unit().symbol()).orElse("");
    String value =
        sample instanceof Reading reading
            ? map.find(reading.register())
                .map(register -> register.decimal(reading.raw()).toPlainString())
                .orElse("")
            : "";
    return new Columns(
        sample.takenAt().wall().toString(),
        pump.name(),
        map.nameOf(sample.register()),
        sample.register().name(),
        value,
        unit,
        state(sample),
        sample instanceof Invalid invalid ? invalid.fault().code() : "",
        raw(sample));
  }

  private static String state(Sample sample) {
    return switch (sample) {
      case Reading _ -> "value";
      case Missing _ -> "missing";
      case Invalid _ -> "invalid";
    };
  }

  private static String raw(Sample sample) {
    return switch (sample) {
      case Reading reading -> String.valueOf(reading.raw());
      case Invalid(var _, var _, Fault.Implausible(long raw)) -> String.valueOf(raw);
      case Missing _, Invalid _ -> "";
    };
  }
}
