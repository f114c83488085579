package io.pumphouse.web.page;

import io.pumphouse.hal.reading.MetricGroup;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Unit;
import io.pumphouse.web.model.Extremes;
import io.pumphouse.web.model.LiveReading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Between what a reading lay. Public because compiled templates live in a package of their own.
 *
 * @param name the reading's public name
 * @param label what a person calls it
 * @param lowest of the time, as below
 * @param unit what stands beside the numbers
 */
public record Spread(
    String name, String label, String lowest, String mean, String highest, String unit) {
  /** A counter only grows, and a setting stays: their lowest and highest tell nothing. */
  private static final Set<Unit> MEASURES =
      EnumSet.of(
          Unit.CELSIUS,
          Unit.KELVIN,
          Unit.DEGREE_MINUTES,
          Unit.PERCENT,
          Unit.RELATIVE_HUMIDITY,
          Unit.HERTZ,
          Unit.RPM,
          Unit.WATT,
          Unit.KILOWATT,
          Unit.AMPERE,
          Unit.BAR,
          Unit.LITRES_PER_MINUTE,
          Unit.CUBIC_METRES_PER_HOUR);

  static List<Spread> of(
      Tongue tongue, List<LiveReading> readings, Map<RegisterId, Extremes> extremes) {
    List<Spread> spreads = new ArrayList<>();
    for (LiveReading reading : readings) {
      if (isMeasured(reading)) {
        Optional.ofNullable(extremes.get(reading.register().id()))
            .ifPresent(of -> spreads.add(of(tongue, reading, of)));
      }
    }
    return spreads;
  }

  private static boolean isMeasured(LiveReading reading) {
    return reading.group() != MetricGroup.STATE
        && reading.group() != MetricGroup.SETTING
        && reading.group() != MetricGroup.OTHER
        && MEASURES.contains(reading.register().unit());
  }

  private static Spread of(Tongue tongue, LiveReading reading, Extremes of) {
    return new Spread(
        reading.name(),
        tongue.sayOr("metric." + reading.name(), reading.label()),
        figure(tongue, reading, BigDecimal.valueOf(of.lowest())),
        figure(tongue, reading, BigDecimal.valueOf(of.mean())),
        figure(tongue, reading, BigDecimal.valueOf(of.highest())),
        reading.register().unit().symbol());
  }

  private static String figure(Tongue tongue, LiveReading reading, BigDecimal raw) {
    Register register = reading.register();
    int most = register.unit() == Unit.DEGREE_MINUTES ? 0 : 1;
    return Figure.of(
        raw.multiply(register.scale()), Math.min(most, register.places()), tongue.decimalMark());
  }
}
