package io.pumphouse.agent.store;

import io.pumphouse.agent.store.roll.Tally;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Curve;
import io.pumphouse.web.model.Extremes;
import io.pumphouse.web.model.Stretch;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The series somebody asks for. Registers that are not stored yet have negative numbers. Confined
 * to one thread.
 */
final class Roster {
  private final PumpId pump;
  private final Predicate<RegisterId> isWanted;
  private final Map<Integer, RegisterId> registers = new HashMap<>();
  private final Map<RegisterId, Integer> numbers = new HashMap<>();

  Roster(PumpId pump, Predicate<RegisterId> isWanted) {
    this.pump = pump;
    this.isWanted = isWanted;
  }

  PumpId pump() {
    return pump;
  }

  /** Takes the numbers that the database gave. */
  void add(Map<Integer, RegisterId> stored) {
    stored.forEach(
        (number, register) -> {
          if (isWanted.test(register)) {
            registers.put(number, register);
            numbers.put(register, number);
          }
        });
  }

  boolean has(int series) {
    return registers.containsKey(series);
  }

  /** The number of a register if it is wanted. */
  void ifWanted(RegisterId register, Consumer<Integer> use) {
    if (isWanted.test(register)) {
      int number = numbers.computeIfAbsent(register, _ -> -1 - numbers.size());
      registers.put(number, register);
      use.accept(number);
    }
  }

  /** The register of a series that is wanted. */
  RegisterId register(int series) {
    return registers.getOrDefault(series, new RegisterId("unknown"));
  }

  /** What a tally of one step says of them. */
  Map<RegisterId, Extremes> extremes(Tally tally) {
    return curves(tally).entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey,
                all ->
                    new Extremes(
                        all.getValue().lowest(0),
                        all.getValue().mean(0),
                        all.getValue().highest(0))));
  }

  /** What a tally of days says of them. */
  Map<RegisterId, SortedMap<LocalDate, Stretch>> days(Tally tally, LocalDate first) {
    Map<RegisterId, SortedMap<LocalDate, Stretch>> found = new HashMap<>();
    curves(tally)
        .forEach(
            (register, curve) -> {
              SortedMap<LocalDate, Stretch> byDay = new TreeMap<>();
              curve
                  .stretches()
                  .forEach((step, stretch) -> byDay.put(first.plusDays(step), stretch));
              found.put(register, byDay);
            });
    return found;
  }

  /** What a tally says of them; those without a value are left out. */
  Map<RegisterId, Curve> curves(Tally tally) {
    Map<RegisterId, Curve> found = new HashMap<>();
    registers.forEach(
        (series, register) -> tally.curve(series).ifPresent(curve -> found.put(register, curve)));
    return found;
  }
}
