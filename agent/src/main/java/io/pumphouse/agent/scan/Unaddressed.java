package io.pumphouse.agent.scan;

import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.Wire;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What to try for a protocol whose pumps have a serial line alone, and so no units. Pure. */
final class Unaddressed {
  private Unaddressed() {}

  /** The maps of this protocol. */
  static List<RegisterMap> speaking(Wire wire, List<RegisterMap> maps) {
    return maps.stream().filter(map -> map.model().wires().contains(wire)).toList();
  }

  /**
   * One attempt for each way in which a line of these models is set up, with the longest patience
   * that one of them needs. None where a unit is asked for by number, and none over Modbus TCP.
   */
  static List<Attempt> attempts(
      Wire wire, List<RegisterMap> maps, Place place, Set<Integer> units) {
    List<Model> models = speaking(wire, maps).stream().map(RegisterMap::model).toList();
    if (models.isEmpty() || !units.isEmpty()) {
      return List.of();
    }
    Duration patience =
        models.stream().map(Model::answerWithin).max(Comparator.naturalOrder()).orElseThrow();
    return switch (place) {
      case Place.Port(String path) ->
          models.stream()
              .map(Model::serial)
              .distinct()
              .map(habit -> Attempt.unaddressed(wire, Settings.wiring(path, habit), patience))
              .toList();
      case Place.Net(Wiring.RtuOverTcp server) ->
          List.of(Attempt.unaddressed(wire, server, patience));
      case Place.Net(Wiring.Tcp _), Place.Net(Wiring.Serial _), Place.Net(Wiring.Http _) ->
          List.of();
    };
  }
}
