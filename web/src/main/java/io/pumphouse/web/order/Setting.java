package io.pumphouse.web.order;

import io.pumphouse.hal.reading.Access;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.web.model.Last;
import io.pumphouse.web.model.RegisterStatus;
import io.pumphouse.web.page.Tongue;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A setting that may be changed, or the button that resets alarms. Public because compiled
 * templates live in a package of their own.
 *
 * @param name the public name
 * @param label what people call it
 * @param now its newest value with its unit; empty where none is known
 * @param unit its unit; may be empty
 * @param lowest the least it takes
 * @param highest the most it takes
 */
public record Setting(
    String name, String label, String now, String unit, String lowest, String highest) {

  /** The setting, if the maker's limits of it are known. */
  static Optional<Setting> of(Tongue tongue, RegisterStatus status) {
    Register register = status.register();
    return register.access() instanceof Access.Within(long lowest, long highest)
        ? Optional.of(
            new Setting(
                status.name(),
                tongue.sayOr("metric." + status.name(), register.label()),
                now(tongue, status),
                unit(register),
                figure(tongue, register.decimal(lowest)),
                figure(tongue, register.decimal(highest))))
        : Optional.empty();
  }

  /** Whether it is pressed rather than set. */
  public boolean isReset() {
    return name.equals(Metric.ALARM_RESET.key());
  }

  private static String now(Tongue tongue, RegisterStatus status) {
    return status.newest() instanceof Last.Was<?>(Reading reading, var _)
        ? (figure(tongue, status.register().decimal(reading.raw())) + " " + unit(status.register()))
            .strip()
        : "";
  }

  private static String unit(Register register) {
    return register.unit().isShown() ? register.unit().symbol() : "";
  }

  private static String figure(Tongue tongue, BigDecimal number) {
    return number.toPlainString().replace('.', tongue.decimalMark());
  }
}
