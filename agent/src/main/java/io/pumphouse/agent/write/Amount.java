package io.pumphouse.agent.write;

import io.pumphouse.agent.write.Verdict.Allowed;
import io.pumphouse.agent.write.Verdict.Forbidden;
import io.pumphouse.hal.reading.Access;
import io.pumphouse.hal.reading.Register;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Between what a person writes, {@code 21.5}, and the raw number in a register. Pure. */
final class Amount {
  /** Short enough that no arithmetic on it can take long. */
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,10}(\\.[0-9]{1,6})?");

  private Amount() {}

  /** The value as a person reads it. */
  static String shown(Register register, long raw) {
    return shown(register, register.decimal(raw));
  }

  private static String shown(Register register, BigDecimal value) {
    String number = value.toPlainString();
    return register.unit().isShown() ? number + " " + register.unit().symbol() : number;
  }

  static Verdict judge(Register register, Access.Within limits, String text) {
    if (!NUMBER.matcher(text).matches()) {
      return new Forbidden("\"" + text + "\" is no number", "write it like 21.5 or -3");
    }
    BigDecimal value = new BigDecimal(text);
    if (value.remainder(register.scale()).signum() != 0) {
      return inexact(register, value);
    }
    BigDecimal raw = value.divide(register.scale(), 0, RoundingMode.UNNECESSARY);
    return judge(register, limits, value, raw);
  }

  /** Nothing is rounded on the way to a pump: who wrote 21.55 must choose. */
  private static Verdict inexact(Register register, BigDecimal value) {
    BigDecimal steps = value.divide(register.scale(), 0, RoundingMode.FLOOR);
    BigDecimal below = steps.multiply(register.scale());
    return new Forbidden(
        shown(register, value) + " is between two steps of " + register.scale().toPlainString(),
        "write " + below.toPlainString() + " or " + below.add(register.scale()).toPlainString());
  }

  private static Verdict judge(
      Register register, Access.Within limits, BigDecimal value, BigDecimal raw) {
    if (raw.compareTo(BigDecimal.valueOf(limits.lowest())) < 0
        || raw.compareTo(BigDecimal.valueOf(limits.highest())) > 0) {
      return new Forbidden(
          shown(register, value) + " is outside what this register takes",
          "choose from "
              + shown(register, limits.lowest())
              + " to "
              + shown(register, limits.highest()));
    }
    return register.absent().contains(raw.longValueExact())
        ? new Forbidden(
            shown(register, value) + " is how this pump says \"not fitted\"",
            "choose another value")
        : new Allowed(register, raw.longValueExact());
  }
}
