package io.pumphouse.agent.insight;

import static io.pumphouse.hal.reading.Metric.COMPRESSOR_POWER;
import static io.pumphouse.hal.reading.Metric.TOTAL_ELECTRICITY;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Unit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How the electricity of a pump is known, the best way first: a pulse meter of ours, a meter the
 * owner named, the pump's own counter, the power of the whole pump, the sum of its consumers.
 */
final class Electricity {
  /** The series that a pulse meter on this machine's pins writes for a pump, in W. */
  static final RegisterId PULSE_METER = new RegisterId("electric_power");

  /** NIBE F: this one is the power of the compressor's inverter, not of the pump. */
  private static final RegisterId INVERTER = new RegisterId("43141");

  private static final String NOTHING =
      "no electricity is known: there is no meter, and no power is configured (pumps: energy:"
          + " compressor)";

  private Electricity() {}

  /** Every register that may be needed. */
  static Set<RegisterId> candidates(Subject subject) {
    Set<RegisterId> all = new HashSet<>(subject.energy().meter());
    all.add(PULSE_METER);
    all.addAll(
        subject.ids(
            TOTAL_ELECTRICITY,
            COMPRESSOR_POWER,
            Metric.ADD_HEAT_POWER,
            Metric.COMPRESSOR_ON,
            Metric.BRINE_PUMP_ON,
            Metric.BRINE_PUMP_SPEED,
            Metric.SUPPLY_PUMP_ON,
            Metric.SUPPLY_PUMP_SPEED));
    return all;
  }

  /** The best way for sums of energy, with what has values at all. */
  static Source energy(Subject subject, Set<RegisterId> present) {
    return meter(subject, present)
        .or(() -> counter(subject, present))
        .or(() -> live(subject, present))
        .orElseGet(() -> Source.none(NOTHING));
  }

  /** The best way to follow the power; a counter only where there is nothing else. */
  static Source power(Subject subject, Set<RegisterId> present) {
    return meter(subject, present)
        .filter(Source::isLive)
        .or(() -> live(subject, present))
        .orElseGet(() -> energy(subject, present));
  }

  private static Optional<Source> meter(Subject subject, Set<RegisterId> present) {
    if (present.contains(PULSE_METER)) {
      return Optional.of(
          measured(subject, "electric_power", "pulse meter", PULSE_METER, power(PULSE_METER, 1)));
    }
    return subject.energy().meter().stream()
        .filter(present::contains)
        .findFirst()
        .flatMap(subject.map()::find)
        .map(register -> named(subject, register));
  }

  private static Source named(Subject subject, Register register) {
    RegisterId id = register.id();
    String key = subject.map().nameOf(id);
    if (register.unit() == Unit.KILOWATT_HOUR) {
      return counted(subject, key, "meter register " + id, id);
    }
    double watts = register.unit() == Unit.KILOWATT ? 1_000 : 1;
    return measured(subject, key, "meter register " + id, id, power(id, watts));
  }

  private static Optional<Source> counter(Subject subject, Set<RegisterId> present) {
    return subject
        .id(TOTAL_ELECTRICITY)
        .filter(present::contains)
        .map(id -> counted(subject, TOTAL_ELECTRICITY.key(), "the pump's electricity meter", id));
  }

  private static Optional<Source> live(Subject subject, Set<RegisterId> present) {
    Optional<RegisterId> power = subject.id(COMPRESSOR_POWER).filter(present::contains);
    if (power.filter(id -> !id.equals(INVERTER)).isPresent()) {
      RegisterId id = power.get();
      return Optional.of(
          measured(
              subject, COMPRESSOR_POWER.key(), "the pump's electric power", id, power(id, 1_000)));
    }
    return new Consumers(subject, present)
        .byInverter()
        .or(() -> new Consumers(subject, present).byFixedPower());
  }

  private static Source measured(
      Subject subject, String key, String words, RegisterId id, Function<Piece, Flow> flow) {
    return new Source(
        key, words + takenIn(subject), subject.energy().metered(), false, true, Set.of(id), flow);
  }

  private static Source counted(Subject subject, String key, String words, RegisterId id) {
    return new Source(
        key,
        words + takenIn(subject),
        subject.energy().metered(),
        false,
        false,
        Set.of(id),
        piece -> Counters.flow(piece, id, Counters.MOST_KILOWATTS));
  }

  private static String takenIn(Subject subject) {
    return ", taken to measure up to " + subject.energy().metered();
  }

  private static Function<Piece, Flow> power(RegisterId id, double factor) {
    return piece ->
        piece
            .line(id)
            .map(line -> Powers.flow(piece, watts(line, factor), covered(line)))
            .orElseGet(() -> Flow.none(piece.steps()));
  }

  private static double[] watts(Line line, double factor) {
    double[] watts = new double[line.steps()];
    for (int i = 0; i < watts.length; i++) {
      watts[i] = line.mean(i) * factor;
    }
    return watts;
  }

  private static double[] covered(Line line) {
    double[] covered = new double[line.steps()];
    for (int i = 0; i < covered.length; i++) {
      covered[i] = line.covered(i);
    }
    return covered;
  }
}
