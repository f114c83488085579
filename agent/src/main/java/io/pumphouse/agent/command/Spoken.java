package io.pumphouse.agent.command;

import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Sample;

/** Samples in words for a terminal. */
final class Spoken {
  private Spoken() {}

  /** The value with its unit, or a dash where there is none. */
  static String value(Register register, Sample sample) {
    return switch (sample) {
      case Reading reading -> {
        String number = register.decimal(reading.raw()).toPlainString();
        yield register.unit().isShown() ? number + " " + register.unit().symbol() : number;
      }
      case Missing _, Invalid _ -> "-";
    };
  }

  /** Value, missing, or what was wrong. */
  static String state(Sample sample) {
    return switch (sample) {
      case Reading _ -> "value";
      case Missing _ -> "missing: not fitted";
      case Invalid invalid -> "invalid: " + invalid.fault().words();
    };
  }
}
