package io.pumphouse.web.order;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.web.api.Fields;

/**
 * An order as it stands in the form. Public because compiled templates live in a package of their
 * own.
 *
 * @param register the setting's public name or number
 * @param value as typed, with a decimal point; empty for a button
 * @param why the reason
 */
public record Draft(String register, String value, String why) {
  static Draft of(Fields fields) {
    return new Draft(
        fields.text("register").strip(),
        fields.text("value").strip().replace(',', '.'),
        fields.text("why").strip());
  }

  /** Whether nothing is missing. */
  boolean isWhole() {
    return !why.isEmpty() && !register.isEmpty() && (isReset() || !value.isEmpty());
  }

  boolean isReset() {
    return register.equals(Metric.ALARM_RESET.key());
  }
}
