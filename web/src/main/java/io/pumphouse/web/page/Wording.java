package io.pumphouse.web.page;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.Unit;

/**
 * A sample in the language of the page. {@code live.js} finds the same words for what comes later.
 *
 * @param state {@code value}, {@code missing} or {@code invalid}
 * @param figure what stands large: {@code 21.4}, {@code on}, {@code heating}, {@code no answer}
 * @param note what stands small beside it: the unit, or the number behind a word; may be empty
 */
public record Wording(String state, String figure, String note) {
  /**
   * Puts a sample into words.
   *
   * @param meaning what the number stands for, in English; empty if it speaks for itself
   */
  public static Wording of(Tongue tongue, Register register, Sample sample, String meaning) {
    return switch (sample) {
      case Reading value -> value(tongue, register, value.raw(), meaning);
      case Missing _ -> new Wording("missing", tongue.say("js.missing"), "");
      case Invalid invalid -> new Wording("invalid", brief(tongue, invalid.fault()), "");
    };
  }

  private static Wording value(Tongue tongue, Register register, long raw, String meaning) {
    if (register.unit() == Unit.ON_OFF) {
      return new Wording("value", tongue.say(raw == 0 ? "js.off" : "js.on"), "");
    }
    String figure = Figure.of(register.decimal(raw), register.places(), tongue.decimalMark());
    if (!meaning.isEmpty()) {
      return new Wording("value", tongue.sayOr("js.meaning." + meaning, meaning), figure);
    }
    return new Wording("value", figure, unit(register));
  }

  /** The unit that belongs beside the number, or none. */
  static String unit(Register register) {
    return register.unit().isShown() ? register.unit().symbol() : "";
  }

  /** Why there is no value, short enough for a card; the page of registers says it in full. */
  private static String brief(Tongue tongue, Fault fault) {
    return switch (fault) {
      case Fault.Refused(int code) -> tongue.say("js.fault.refused", code);
      case Fault.NoAnswer _,
          Fault.Unmentioned _,
          Fault.Garbled _,
          Fault.Late _,
          Fault.Foreign _,
          Fault.Implausible _,
          Fault.LineDown _,
          Fault.Quarantined _ ->
          tongue.say("js.fault." + fault.code());
    };
  }
}
