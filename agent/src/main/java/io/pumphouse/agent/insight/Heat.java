package io.pumphouse.agent.insight;

import static io.pumphouse.hal.reading.Metric.ADD_HEAT_POWER;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_ON;
import static io.pumphouse.hal.reading.Metric.CONDENSER_IN;
import static io.pumphouse.hal.reading.Metric.CONDENSER_OUT;
import static io.pumphouse.hal.reading.Metric.FLOW;
import static io.pumphouse.hal.reading.Metric.HEAT_HEATING;
import static io.pumphouse.hal.reading.Metric.HEAT_HOT_WATER;
import static io.pumphouse.hal.reading.Metric.RETURN_TEMP;
import static io.pumphouse.hal.reading.Metric.SUPPLY_TEMP;
import static io.pumphouse.hal.reading.Metric.TOTAL_HEAT;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Border;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * How the heat of a pump is known, the best way first: its heat meter, its two heat meters, flow
 * times difference, a configured flow factor times difference. The additional heater is always
 * taken in where the pump tells of it, so that it stands on both sides of a COP.
 */
final class Heat {
  /** What a litre of water takes per kelvin: kJ. */
  private static final double WATER = 4.18;

  private static final double SECONDS_OF_A_MINUTE = 60;
  private static final double KILO = 1_000;

  /** Below this a difference is noise of the sensors (dsjodin/heatpumpv4, data_query.py): K. */
  private static final double NOISE = 0.5;

  private static final String NOTHING =
      "no heat is known: the pump has neither heat meter nor flow sensor, and no flow factor is"
          + " configured (pumps: energy: flow-factor)";

  private Heat() {}

  /** Every register that may be needed. */
  static Set<RegisterId> candidates(Subject subject) {
    return subject.ids(
        TOTAL_HEAT,
        HEAT_HEATING,
        HEAT_HOT_WATER,
        FLOW,
        SUPPLY_TEMP,
        RETURN_TEMP,
        CONDENSER_OUT,
        CONDENSER_IN,
        COMPRESSOR_ON,
        ADD_HEAT_POWER);
  }

  /** The best way for sums of energy, with what has values at all. */
  static Source energy(Subject subject, Set<RegisterId> present) {
    return meter(subject, present)
        .or(() -> meters(subject, present))
        .or(() -> live(subject, present))
        .orElseGet(() -> Source.none(NOTHING));
  }

  /** The best way to follow the power. */
  static Source power(Subject subject, Set<RegisterId> present) {
    return live(subject, present).orElseGet(() -> energy(subject, present));
  }

  private static Optional<Source> meter(Subject subject, Set<RegisterId> present) {
    return subject
        .id(TOTAL_HEAT)
        .filter(present::contains)
        .map(id -> counted("total_heat", "the pump's heat meter", Set.of(id)));
  }

  private static Optional<Source> meters(Subject subject, Set<RegisterId> present) {
    return subject
        .all(HEAT_HEATING, HEAT_HOT_WATER)
        .filter(present::containsAll)
        .map(ids -> counted("heat_heating+heat_hot_water", "the pump's heat meters, summed", ids));
  }

  private static Source counted(String key, String words, Set<RegisterId> ids) {
    return new Source(
        key,
        words + ", with its additional heater",
        Border.H3,
        false,
        false,
        ids,
        piece -> sum(piece, ids));
  }

  private static Flow sum(Piece piece, Set<RegisterId> counters) {
    return counters.stream()
        .map(id -> Counters.flow(piece, id, Counters.MOST_KILOWATTS))
        .reduce(Flow::and)
        .orElseGet(() -> Flow.none(piece.steps()));
  }

  private static Optional<Source> live(Subject subject, Set<RegisterId> present) {
    Optional<Difference> pair = Difference.condenser(subject, present);
    boolean hasFlow = subject.all(FLOW).filter(present::containsAll).isPresent();
    boolean hasFactor = subject.energy().kilowattsPerKelvin() > 0;
    boolean hasState = subject.all(COMPRESSOR_ON).filter(present::containsAll).isPresent();
    if (hasFlow) {
      return pair.map(found -> byFlow(subject, present, found));
    }
    return hasFactor && hasState
        ? pair.map(found -> byFactor(subject, present, found))
        : Optional.empty();
  }

  private static Source byFlow(Subject subject, Set<RegisterId> present, Difference pair) {
    return source(
        subject,
        present,
        pair,
        new Gauge("flow", "flow × 4.18 × (%s)".formatted(pair.words()), false, FLOW),
        at -> at.gauge() / SECONDS_OF_A_MINUTE * WATER * KILO * at.difference());
  }

  private static Source byFactor(Subject subject, Set<RegisterId> present, Difference pair) {
    double factor = subject.energy().kilowattsPerKelvin();
    String words =
        "estimate: %s kW/K as configured × (%s) while the compressor runs"
            .formatted(factor, pair.words());
    return source(
        subject,
        present,
        pair,
        new Gauge("flow_factor", words, true, COMPRESSOR_ON),
        at -> at.difference() > NOISE ? at.gauge() * factor * at.difference() * KILO : 0);
  }

  /** What stands beside the difference. */
  private record Gauge(String key, String words, boolean isEstimate, Metric metric) {}

  /** Both at one step. */
  private record Both(double gauge, double difference) {}

  private static Source source(
      Subject subject,
      Set<RegisterId> present,
      Difference pair,
      Gauge gauge,
      ToDoubleFunction<Both> watts) {
    boolean isHeaterApart =
        !pair.takesInTheHeater()
            && subject.all(ADD_HEAT_POWER).filter(present::containsAll).isPresent();
    Set<RegisterId> registers =
        Subject.union(
            subject.ids(pair.warm(), pair.cold(), gauge.metric()),
            isHeaterApart ? subject.ids(ADD_HEAT_POWER) : Set.of());
    return new Source(
        gauge.key(),
        gauge.words() + (isHeaterApart ? ", and the additional heater as the pump says" : ""),
        isHeaterApart || pair.takesInTheHeater() ? Border.H3 : Border.H2,
        gauge.isEstimate(),
        true,
        registers,
        piece -> flow(piece, pair, gauge, watts, isHeaterApart));
  }

  private static Flow flow(
      Piece piece,
      Difference pair,
      Gauge gauge,
      ToDoubleFunction<Both> watts,
      boolean isHeaterApart) {
    double[] power = pair.of(piece);
    double[] gauged = piece.means(gauge.metric());
    double[] heater = isHeaterApart ? piece.means(ADD_HEAT_POWER) : new double[piece.steps()];
    for (int i = 0; i < power.length; i++) {
      double sum = watts.applyAsDouble(new Both(gauged[i], power[i])) + heater[i] * KILO;
      power[i] = Double.isNaN(power[i]) ? Double.NaN : sum;
    }
    return Powers.flow(piece, power, pair.covered(piece));
  }
}
