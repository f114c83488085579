package io.pumphouse.agent.scan;

import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import io.pumphouse.hal.map.Wire;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The shipped models, but none that wants long pauses: those are tested where time is fake. */
final class QuickMaps {
  static final RegisterMaps SHIPPED = new RegisterMaps();

  private QuickMaps() {}

  static List<RegisterMap> maps() {
    return SHIPPED.all().stream()
        .flatMap(
            map ->
                map instanceof Lookup.Found(RegisterMap found)
                    ? Stream.of(withoutPause(found))
                    : Stream.empty())
        .toList();
  }

  private static RegisterMap withoutPause(RegisterMap map) {
    Model model = map.model();
    Model quick =
        new Model(
            model.id(),
            model.title(),
            model.wires(),
            model.wordOrder(),
            model.registersPerRequest(),
            model.bitsPerRequest(),
            Duration.ZERO,
            model.answerWithin(),
            model.readable(),
            model.exceptionForAbsent(),
            model.offsets(),
            model.quirks(),
            model.sources(),
            model.serial(),
            model.shifting(),
            0,
            model.neverWrite(),
            model.otherCables());
    return new RegisterMap(quick, map.registers(), map.metrics());
  }

  static RegisterMap map(String model) {
    return maps().stream().filter(map -> map.model().id().equals(model)).findFirst().orElseThrow();
  }

  /** Those with this wire: waiting for what is not there is for tests in which time is fake. */
  static List<RegisterMap> speaking(Wire wire) {
    return maps().stream().filter(map -> map.model().wires().contains(wire)).toList();
  }
}
