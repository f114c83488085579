package io.pumphouse.agent.scan;

import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.line.Wiring.Parity;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.SerialHabit;
import io.pumphouse.hal.map.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What to try for Modbus, the likeliest first: at the setting that most models come with (that of
 * MODBUS 40, whose answers may take 2.1 s) each model's own question; at the settings of the others
 * and at every other usual one, where all models answer within a second, one question; then units 2
 * to 10 at the two commonest settings. {@link Scan} reckons up what that costs. Every further unit
 * would cost a second or two more, which is what {@code --unit} is for. Pure.
 */
final class ModbusAttempts {
  private static final List<Integer> BAUDS = List.of(9600, 19_200, 38_400, 57_600, 115_200);
  private static final Duration SLOW = Duration.ofMillis(2_200);
  private static final Duration QUICK = Duration.ofSeconds(1);
  private static final Set<Integer> USUAL_UNIT = Set.of(1);
  private static final List<Integer> OTHER_UNITS = IntStream.rangeClosed(2, 10).boxed().toList();
  private static final int MOST_FOR_OTHER_UNITS = 2;

  private final List<RegisterMap> maps;

  ModbusAttempts(List<RegisterMap> maps) {
    this.maps = List.copyOf(maps);
  }

  /** The maps of models that have this wire. */
  static List<RegisterMap> speaking(Wire wire, List<RegisterMap> maps) {
    return maps.stream().filter(map -> map.model().wires().contains(wire)).toList();
  }

  List<Attempt> at(Place place, Set<Integer> units) {
    Wire wire = wire(place);
    if (!wire.isModbus() || speaking(wire, maps).isEmpty()) {
      return List.of();
    }
    return switch (place) {
      case Place.Net(Wiring wiring) -> attempts(wire, List.of(wiring), List.of(wiring), units);
      case Place.Port(String path) -> attempts(wire, settings(path), makers(path), units);
    };
  }

  private static Wire wire(Place place) {
    return switch (place) {
      case Place.Port _, Place.Net(Wiring.Serial _) -> Wire.RTU;
      case Place.Net(Wiring.Tcp _) -> Wire.TCP;
      case Place.Net(Wiring.RtuOverTcp _) -> Wire.RTU_OVER_TCP;
      case Place.Net(Wiring.Http _) -> Wire.HUSDATA_H66;
    };
  }

  private static List<Attempt> attempts(
      Wire wire, List<Wiring> settings, List<Wiring> makers, Set<Integer> units) {
    List<Attempt> attempts = new ArrayList<>();
    for (Wiring wiring : settings) {
      for (int unit : units.isEmpty() ? USUAL_UNIT : units) {
        boolean isThorough = makers.getFirst().equals(wiring);
        attempts.add(new Attempt(wire, wiring, unit, isThorough ? SLOW : QUICK, isThorough));
      }
    }
    if (units.isEmpty()) {
      makers.stream()
          .limit(MOST_FOR_OTHER_UNITS)
          .forEach(
              wiring ->
                  OTHER_UNITS.forEach(
                      unit -> attempts.add(new Attempt(wire, wiring, unit, QUICK, false))));
    }
    return attempts;
  }

  private List<Wiring> settings(String path) {
    Set<Wiring> all = new LinkedHashSet<>(makers(path));
    for (int baud : BAUDS) {
      for (Parity parity : Parity.values()) {
        all.add(new Wiring.Serial(path, baud, parity, 1));
      }
    }
    return List.copyOf(all);
  }

  /** How the models' lines are set up, the commonest first. */
  private List<Wiring> makers(String path) {
    Map<SerialHabit, Long> habits =
        speaking(Wire.RTU, maps).stream()
            .map(map -> map.model().serial())
            .collect(
                Collectors.groupingBy(
                    Function.identity(), LinkedHashMap::new, Collectors.counting()));
    return habits.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(habit -> Settings.wiring(path, habit.getKey()))
        .toList();
  }
}
