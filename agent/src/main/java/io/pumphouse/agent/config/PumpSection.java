package io.pumphouse.agent.config;

import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.Wire;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** One entry of {@code pumps:}. Reads them in order and remembers which ids and lines are taken. */
final class PumpSection {
  static final String EXAMPLE = "{id: house, model: nibe-s1255, line: {tcp: \"192.0.2.10\"}}";

  private static final Kind<PumpId> ID =
      new Kind<>(
          "a name of at most 32 lower-case letters, digits and hyphens, such as house",
          text -> Optional.of(text).filter(PumpId::isLegal).map(PumpId::new));
  private static final Kind<Duration> POLL_INTERVAL = Durations.between("1s", "1h", "5s");

  private static final List<String> MODEL_KEYS =
      List.of("intervals", WritesSection.KEY, LogSetSection.KEY, EnergySection.KEY);

  private final Kind<RegisterMap> models;
  private final Neighbours neighbours = new Neighbours();

  PumpSection(ModelShelf shelf) {
    String all = Words.either(shelf.ids());
    models =
        new Kind<>(
            all,
            shelf::find,
            text ->
                shelf
                    .fault(text)
                    .map(fault -> "this model once its map is right: " + fault)
                    .or(() -> Words.nearest(text, shelf.ids()))
                    .orElse(all));
  }

  Optional<PumpConfig> read(Section pump) {
    Optional<PumpId> id = pump.required("id", ID);
    id.ifPresent(name -> neighbours.claim(name, pump));
    Optional<RegisterMap> model = pump.required("model", models);
    LineHabit habit = model.map(RegisterMap::model).map(LineHabit::of).orElse(LineHabit.UNKNOWN);
    Optional<LineConfig> line =
        pump.requiredWithin("line", LineSection.EXAMPLE, new LineSection(habit, neighbours)::read)
            .flatMap(Function.identity());
    Duration pollInterval = pump.optional("poll-interval", POLL_INTERVAL, Duration.ofSeconds(5));
    MODEL_KEYS.forEach(pump::has); // known keys even where no model tells what may stand in them
    Map<RegisterId, Duration> intervals = model.map(map -> intervals(pump, map)).orElse(Map.of());
    Set<RegisterId> writes = model.map(map -> new WritesSection(map).read(pump)).orElse(Set.of());
    Set<RegisterId> logSet = model.map(map -> new LogSetSection(map).read(pump)).orElse(Set.of());
    EnergyConfig energy = model.map(map -> energy(pump, map)).orElse(EnergyConfig.UNSAID);
    return model.flatMap(
        map ->
            line.filter(wired -> fits(wired.wire(), map.model(), pump))
                .flatMap(
                    wired ->
                        id.map(
                            name ->
                                wired.pump(
                                    name,
                                    map,
                                    pollInterval,
                                    polled(intervals, energy, pollInterval),
                                    writes,
                                    logSet,
                                    energy))));
  }

  private static EnergyConfig energy(Section pump, RegisterMap map) {
    return pump.within(EnergySection.KEY, EnergySection.EXAMPLE, new EnergySection(map)::read)
        .orElse(EnergyConfig.UNSAID);
  }

  /** A meter is asked for because it is one. */
  private static Map<RegisterId, Duration> polled(
      Map<RegisterId, Duration> intervals, EnergyConfig energy, Duration pollInterval) {
    Map<RegisterId, Duration> all = new LinkedHashMap<>(intervals);
    energy.meter().forEach(meter -> all.putIfAbsent(meter, pollInterval));
    return all;
  }

  private static Map<RegisterId, Duration> intervals(Section pump, RegisterMap map) {
    return pump.within("intervals", IntervalsSection.EXAMPLE, new IntervalsSection(map)::read)
        .orElse(Map.of());
  }

  private static boolean fits(Wire wire, Model model, Section pump) {
    List<String> wires =
        model.wires().stream().sorted().flatMap(PumpSection::plugs).distinct().toList();
    if (wires.contains(LineSection.key(wire))) {
      return true;
    }
    pump.refuse(
        "line",
        LineSection.key(wire) + ", which " + model.id() + " does not have",
        Words.either(wires));
    return false;
  }

  /** A serial server carries whatever a serial port of this machine would. */
  private static Stream<String> plugs(Wire wire) {
    Stream<Wire> plugs = wire.isSerial() ? Stream.of(wire, Wire.RTU_OVER_TCP) : Stream.of(wire);
    return plugs.map(LineSection::key);
  }
}
