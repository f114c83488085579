package io.pumphouse.web.sample;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.MetricGroup;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.reading.Unit;
import io.pumphouse.web.model.LiveReading;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.BiFunction;

/** Readings in one line each, all taken at {@link #TAKEN}. */
public final class Readings {
  public static final Instant TAKEN = Instant.parse("2026-02-03T10:15:28.500Z");

  private static final Moment MOMENT = new Moment(TAKEN, Duration.ofHours(3));
  private static final Duration EVERY = Duration.ofSeconds(5);

  private Readings() {}

  public static LiveReading value(Metric metric, String scale, long raw) {
    return of(metric, scale, Duration.ofMillis(1500), (id, at) -> new Reading(id, at, raw));
  }

  /** A code that stands for something. */
  public static LiveReading meaning(Metric metric, long raw, String meaning) {
    LiveReading plain = value(metric, "1", raw);
    return of(plain, plain.sample(), meaning);
  }

  public static LiveReading old(Metric metric, String scale, long raw, Duration age) {
    return of(metric, scale, age, (id, at) -> new Reading(id, at, raw));
  }

  /** The same number, heard once more. */
  public static LiveReading later(LiveReading earlier, Duration after) {
    Moment at = new Moment(TAKEN.plus(after), MOMENT.sinceBoot().plus(after));
    return of(earlier, new Reading(earlier.register().id(), at, raw(earlier)), "");
  }

  private static long raw(LiveReading reading) {
    return ((Reading) reading.sample()).raw();
  }

  private static LiveReading of(LiveReading like, Sample sample, String meaning) {
    return new LiveReading(
        like.name(),
        like.label(),
        like.group(),
        like.register(),
        sample,
        meaning,
        like.age(),
        like.every());
  }

  public static LiveReading missing(Metric metric) {
    return of(metric, "1", Duration.ofMillis(1500), Missing::new);
  }

  public static LiveReading invalid(Metric metric, Fault fault) {
    return of(metric, "1", Duration.ofMillis(1500), (id, at) -> new Invalid(id, at, fault));
  }

  /** A register without a metric. */
  public static LiveReading register(String id, String label, Unit unit, long raw) {
    RegisterId number = new RegisterId(id);
    return new LiveReading(
        "register:" + id,
        label,
        MetricGroup.OTHER,
        register(number, unit, "1", label),
        new Reading(number, MOMENT, raw),
        "",
        Duration.ofMillis(1500),
        EVERY);
  }

  private static LiveReading of(
      Metric metric, String scale, Duration age, BiFunction<RegisterId, Moment, Sample> sample) {
    RegisterId id = new RegisterId(metric.key());
    return new LiveReading(
        metric.key(),
        metric.label(),
        metric.group(),
        register(id, metric.unit(), scale, metric.label()),
        sample.apply(id, MOMENT),
        "",
        age,
        EVERY.multipliedBy(metric.pace().polls()));
  }

  private static Register register(RegisterId id, Unit unit, String scale, String label) {
    return new Register(
        id,
        Space.INPUT,
        1,
        RegisterType.S32,
        new BigDecimal(scale),
        unit,
        false,
        Integer.MIN_VALUE,
        Integer.MAX_VALUE,
        Set.of(),
        label,
        "made up");
  }
}
