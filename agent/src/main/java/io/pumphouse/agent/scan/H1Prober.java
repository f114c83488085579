package io.pumphouse.agent.scan;

import io.pumphouse.agent.scan.Sighting.NoLine;
import io.pumphouse.agent.scan.Sighting.Nobody;
import io.pumphouse.agent.scan.Sighting.Somebody;
import io.pumphouse.hal.husdata.RollCall;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.Wire;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.TimeSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks for a Husdata H1: lets it tell everything once. Which cable it has, that is, which maker's
 * pump is behind it, shows in the ids: a map gets a point for each id that it knows, and loses one
 * for each that it does not.
 *
 * <p>A stranger hears six bytes, {@code XR} between two ends of a line, once. To Modbus they are no
 * frame: their last two are not the checksum of the others. To a Rego they are nothing: none of
 * them is {@code 81}, with which its commands begin.
 */
final class H1Prober implements Prober {
  private static final int MOST_EXAMPLES = 4;

  private final List<RegisterMap> maps;
  private final Function<Wiring, Line> lines;
  private final TimeSource time;

  H1Prober(List<RegisterMap> maps, Function<Wiring, Line> lines, TimeSource time) {
    this.maps = Unaddressed.speaking(Wire.HUSDATA_H1, maps);
    this.lines = lines;
    this.time = time;
  }

  @Override
  public List<Attempt> attempts(Place place, Set<Integer> units) {
    return Unaddressed.attempts(Wire.HUSDATA_H1, maps, place, units);
  }

  @Override
  public Sighting look(Attempt attempt, Consumer<String> say) {
    RegisterMap longest =
        maps.stream().max(Comparator.comparingInt(map -> map.registers().size())).orElseThrow();
    try (RollCall roll = new RollCall(lines.apply(attempt.wiring()), longest, time)) {
      return switch (roll.call()) {
        case RollCall.NoLine(var cause, var next) -> new NoLine(cause, next);
        case RollCall.Untold(Fault.NoAnswer _) -> new Nobody("");
        case RollCall.Untold(Fault fault) -> new Nobody(fault.words());
        case RollCall.Told(var numbers) -> somebody(numbers.keySet(), attempt);
      };
    }
  }

  private Somebody somebody(Set<Integer> told, Attempt attempt) {
    List<Candidate> candidates = new ArrayList<>();
    List<String> against = new ArrayList<>();
    for (RegisterMap map : maps) {
      Candidate candidate = candidate(map, told, attempt);
      if (candidate.points() > 0) {
        candidates.add(candidate);
      } else {
        against.add("not " + map.model().id() + ": " + candidate.evidence());
      }
    }
    candidates.sort(Comparator.comparingInt(Candidate::points).reversed());
    return new Somebody(candidates, against);
  }

  private static Candidate candidate(RegisterMap map, Set<Integer> told, Attempt attempt) {
    Map<Boolean, List<String>> known =
        told.stream()
            .sorted()
            .collect(
                Collectors.partitioningBy(
                    id -> map.registers().stream().map(Register::address).anyMatch(id::equals),
                    Collectors.mapping("%04X"::formatted, Collectors.toList())));
    List<String> ours = known.getOrDefault(true, List.of());
    List<String> strange = known.getOrDefault(false, List.of());
    return new Candidate(
        map.model().id(),
        map.model().title(),
        attempt.keys(),
        ours.size() - strange.size(),
        List.of(
            "of " + told.size() + " numbers told, this model has " + ours.size(),
            strange.isEmpty() ? "and there is none that it has not" : "not " + some(strange)));
  }

  /** {@code 2A20, 4101, 4102, 4103 and 9 more}. */
  private static String some(List<String> ids) {
    String first = ids.stream().limit(MOST_EXAMPLES).collect(Collectors.joining(", "));
    int more = ids.size() - MOST_EXAMPLES;
    return more > 0 ? first + " and " + more + " more" : first;
  }
}
