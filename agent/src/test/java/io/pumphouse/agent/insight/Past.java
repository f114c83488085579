package io.pumphouse.agent.insight;

import io.pumphouse.agent.config.EnergyConfig;
import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Curve;
import io.pumphouse.web.model.Curves;
import io.pumphouse.web.model.Extremes;
import io.pumphouse.web.model.History;
import io.pumphouse.web.model.Span;
import io.pumphouse.web.model.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A history that a test writes down value by value, and that answers as the store does. */
final class Past implements History {
  static final PumpId PUMP = new PumpId("house");

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final RegisterMap map;
  private final Map<RegisterId, List<Held>> held = new HashMap<>();
  private final List<Integer> asked = new ArrayList<>();

  /** A value that held for a time. */
  private record Held(long from, long to, long raw) {}

  Past(String model) {
    this.map =
        switch (new RegisterMaps().find(model)) {
          case Lookup.Found(RegisterMap found) -> found;
          case Lookup.Unknown _, Lookup.Faulty _ -> throw new IllegalArgumentException(model);
        };
  }

  Subject subject(EnergyConfig energy) {
    return new Subject(PUMP, map, energy);
  }

  RegisterMap map() {
    return map;
  }

  /** How many points each question asked for. */
  List<Integer> asked() {
    return List.copyOf(asked);
  }

  /** This metric had this value, in its unit, for so long. */
  Past hold(Metric metric, Instant from, Duration time, double value) {
    var register = map.find(metric).orElseThrow();
    return holdRaw(register.id(), from, time, Math.round(value / register.scale().doubleValue()));
  }

  Past holdRaw(RegisterId id, Instant from, Duration time, long raw) {
    held.computeIfAbsent(id, _ -> new ArrayList<>())
        .add(new Held(from.toEpochMilli(), from.plus(time).toEpochMilli(), raw));
    return this;
  }

  /** This counter was read each minute while it rose steadily; the first reading is the start. */
  Past count(Metric metric, Instant from, Duration time, double start, double perHour) {
    for (long minute = 0; minute < time.toMinutes(); minute++) {
      Instant at = from.plus(MINUTE.multipliedBy(minute));
      hold(metric, at, MINUTE, start + perHour * minute / 60);
    }
    return this;
  }

  @Override
  public Map<RegisterId, Extremes> extremes(PumpId pump, Instant from, Instant to) {
    throw new UnsupportedOperationException("insight asks for curves only");
  }

  @Override
  public Curves curves(PumpId pump, Set<RegisterId> registers, Span span, int points) {
    asked.add(points);
    long from = span.from().toEpochMilli();
    long to = span.to().toEpochMilli();
    long unit = Math.ceilDiv(to - from, points) < 60_000 ? 1_000 : 60_000;
    long step = Math.ceilDiv(Math.ceilDiv(to - from, points), unit) * unit;
    while (count(from, to, step) > points) {
      step += points == 1 ? step : unit;
    }
    long begin = Math.floorDiv(from, step) * step;
    int steps = (int) count(from, to, step);
    Map<RegisterId, Curve> found = new HashMap<>();
    for (RegisterId id : registers) {
      SortedMap<Integer, Stretch> curve = curve(id, begin, step, steps);
      if (!curve.isEmpty()) {
        found.put(id, new Steps(steps, curve));
      }
    }
    return new Curves(Instant.ofEpochMilli(begin), Duration.ofMillis(step), steps, found);
  }

  private static long count(long from, long to, long step) {
    return Math.ceilDiv(to, step) - Math.floorDiv(from, step);
  }

  private SortedMap<Integer, Stretch> curve(RegisterId id, long begin, long step, int steps) {
    SortedMap<Integer, Stretch> curve = new TreeMap<>();
    for (Held each : held.getOrDefault(id, List.of())) {
      long first = Math.max(0, Math.floorDiv(each.from() - begin, step));
      long last = Math.min(steps - 1L, Math.floorDiv(each.to() - 1 - begin, step));
      for (long i = first; i <= last; i++) {
        long start = begin + i * step;
        double share =
            (Math.min(each.to(), start + step) - Math.max(each.from(), start)) / (double) step;
        curve.merge(
            (int) i,
            new Stretch(each.raw(), each.raw(), each.raw(), each.raw(), share),
            Past::join);
      }
    }
    return curve;
  }

  private static Stretch join(Stretch one, Stretch next) {
    double covered = one.covered() + next.covered();
    return new Stretch(
        Math.min(one.lowest(), next.lowest()),
        (one.mean() * one.covered() + next.mean() * next.covered()) / covered,
        Math.max(one.highest(), next.highest()),
        next.last(),
        Math.min(1, covered));
  }
}
