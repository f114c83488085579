package io.pumphouse.agent.command;

import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.Unit;

/** Samples in words for a terminal. */
final class Spoken {
  private Spoken() {}

  /**
   * The value with its unit, or with what it stands for, or a dash where there is none.
   *
   * @param meaning what the number stands for; empty if it speaks for itself
   */
  static String value(Register register, Sample sample, String meaning) {
    return switch (sample) {
      case Reading reading when register.unit() == Unit.ON_OFF -> reading.raw() == 0 ? "off" : "on";
      case Reading reading -> {
        String number = register.decimal(reading.raw()).toPlainString();
        String unit = register.unit().isShown() ? register.unit().symbol() : meaning;
        yield unit.isEmpty() ? number : number + " " + unit;
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
