package io.pumphouse.agent.scan;

import io.pumphouse.agent.scan.Sighting.NoLine;
import io.pumphouse.agent.scan.Sighting.Nobody;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.modbus.Framing;
import io.pumphouse.hal.modbus.Identification;
import io.pumphouse.hal.modbus.ModbusBus;
import io.pumphouse.hal.modbus.Nameplate;
import io.pumphouse.hal.modbus.Outcome.Answered;
import io.pumphouse.hal.modbus.Outcome.Failed;
import io.pumphouse.hal.modbus.Outcome.Refused;
import io.pumphouse.hal.modbus.Question;
import io.pumphouse.hal.modbus.Timing;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Looks for Modbus: first whether anybody answers at all, for which a refusal is as good as a
 * value, then who it is. Only functions 1 to 4 leave this class, and to somebody who answers those
 * function 43, which asks what a device calls itself.
 */
final class ModbusProber implements Prober {
  /** After a silence as long as the patience, what is still to come must not be taken for new. */
  private static final Duration SETTLED = Duration.ofMillis(100);

  private static final Duration GAP = Duration.ofMillis(5);

  private final List<RegisterMap> maps;
  private final Function<Wiring, Line> lines;
  private final TimeSource time;

  ModbusProber(List<RegisterMap> maps, Function<Wiring, Line> lines, TimeSource time) {
    this.maps = List.copyOf(maps);
    this.lines = lines;
    this.time = time;
  }

  @Override
  public List<Attempt> attempts(Place place, Set<Integer> units) {
    return new ModbusAttempts(maps).at(place, units);
  }

  @Override
  public Sighting look(Attempt attempt, Consumer<String> say) {
    List<RegisterMap> fitting = ModbusAttempts.speaking(attempt.wire(), maps);
    Timing quick = new Timing(attempt.patience(), SETTLED, GAP, Duration.ZERO, Duration.ZERO);
    try (ModbusBus bus = bus(attempt.wiring(), quick)) {
      Optional<Sighting> nobody = knock(bus, attempt, fitting);
      if (nobody.isPresent()) {
        return nobody.get();
      }
    }
    say.accept("somebody answers at " + attempt + "; asking who it is");
    Timing proper = Timing.of(attempt.wiring(), fitting.stream().map(RegisterMap::model).toList());
    try (ModbusBus bus = bus(attempt.wiring(), proper)) {
      Sighting seen =
          new Lineup(new Interview(bus, attempt.unit()), attempt, say).identify(fitting);
      Nameplate says = new Identification(bus, attempt.unit()).ask();
      if (!says.isBlank()) {
        say.accept("it calls itself: " + says);
      }
      return seen;
    }
  }

  private ModbusBus bus(Wiring wiring, Timing timing) {
    return new ModbusBus(lines.apply(wiring), Framing.of(wiring), timing, time);
  }

  /** Asks until somebody answers; otherwise says what there was instead. */
  private static Optional<Sighting> knock(
      ModbusBus bus, Attempt attempt, List<RegisterMap> fitting) {
    String noise = "";
    for (Question question : questions(fitting, attempt.isThorough())) {
      switch (bus.ask(attempt.unit(), question)) {
        case Answered _, Refused _ -> {
          return Optional.empty();
        }
        case Failed(Fault.LineDown(String cause), String next, _) -> {
          return Optional.of(new NoLine(cause, next));
        }
        case Failed(Fault.NoAnswer _, _, _) -> {}
        case Failed(Fault fault, _, _) -> noise = fault.words();
      }
    }
    return Optional.of(new Nobody(noise));
  }

  /** Each model's question for the outdoor temperature, or only the first of them. */
  private static List<Question> questions(List<RegisterMap> fitting, boolean isThorough) {
    return fitting.stream()
        .flatMap(
            map ->
                map.find(Metric.OUTDOOR_TEMP).stream()
                    .flatMap(
                        outdoor ->
                            map.model().offsets().stream()
                                .map(offset -> Interview.question(map.model(), outdoor, offset))))
        .distinct()
        .limit(isThorough ? Long.MAX_VALUE : 1)
        .toList();
  }
}
