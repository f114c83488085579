package io.pumphouse.agent.scan;

import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.line.Wiring.Parity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What to try for Modbus, the likeliest first.
 *
 * <p>A silent port costs about a minute: at the one setting of MODBUS 40, whose answers may take
 * 2.1 s, each model's own question; at the fourteen others, where every model answers within a
 * second, one; then units 2 to 10 at the two settings that makers ship. Every further unit would
 * cost a second or two more, which is what {@code --unit} is for. Pure.
 */
final class ModbusAttempts {
  private static final List<Integer> BAUDS = List.of(9600, 19_200, 38_400, 57_600, 115_200);
  private static final Duration SLOW = Duration.ofMillis(2_200);
  private static final Duration QUICK = Duration.ofSeconds(1);
  private static final Set<Integer> USUAL_UNIT = Set.of(1);
  private static final List<Integer> OTHER_UNITS = IntStream.rangeClosed(2, 10).boxed().toList();

  private ModbusAttempts() {}

  static List<Attempt> at(Place place, Set<Integer> units) {
    return switch (place) {
      case Place.Net(Wiring wiring) -> attempts(Set.of(wiring), Set.of(wiring), units);
      case Place.Port(String path) -> attempts(settings(path), makers(path), units);
    };
  }

  private static List<Attempt> attempts(
      Set<Wiring> settings, Set<Wiring> makers, Set<Integer> units) {
    List<Attempt> attempts = new ArrayList<>();
    for (Wiring wiring : settings) {
      for (int unit : units.isEmpty() ? USUAL_UNIT : units) {
        boolean isThorough = makers.iterator().next().equals(wiring);
        attempts.add(new Attempt(wiring, unit, isThorough ? SLOW : QUICK, isThorough));
      }
    }
    if (units.isEmpty()) {
      for (Wiring wiring : makers) {
        OTHER_UNITS.forEach(unit -> attempts.add(new Attempt(wiring, unit, QUICK, false)));
      }
    }
    return attempts;
  }

  private static Set<Wiring> settings(String path) {
    Set<Wiring> all = new LinkedHashSet<>(makers(path));
    for (int baud : BAUDS) {
      for (Parity parity : Parity.values()) {
        all.add(new Wiring.Serial(path, baud, parity, 1));
      }
    }
    return all;
  }

  /** MODBUS 40, which knows no other, and Thermia Genesis as delivered. */
  private static Set<Wiring> makers(String path) {
    Set<Wiring> makers = new LinkedHashSet<>();
    makers.add(new Wiring.Serial(path, 9600, Parity.NONE, 1));
    makers.add(new Wiring.Serial(path, 19_200, Parity.EVEN, 1));
    return makers;
  }
}
