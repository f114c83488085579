package io.pumphouse.agent.scan;

import io.pumphouse.agent.scan.Sighting.NoLine;
import io.pumphouse.agent.scan.Sighting.Nobody;
import io.pumphouse.agent.scan.Sighting.Somebody;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.line.Witness;
import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.Wire;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.hal.rego.Base;
import io.pumphouse.hal.rego.RegoBus;
import io.pumphouse.hal.rego.RegoPump;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Looks for a Rego 600 to 637: asks for its version, and if it says 600, where it has its outdoor
 * sensor. Models that have it there are candidates; one that could have it elsewhere too is the
 * less likely.
 *
 * <p>A stranger hears nine bytes, {@code 81 7F} and seven zeros, once. To Modbus they are no frame:
 * their last two are not the checksum of the others. To an H1 they are no letters.
 */
final class RegoProber implements Prober {
  /** A lost answer may cost a look, not the scan. */
  private static final int LOOKS = 3;

  private final List<RegisterMap> maps;
  private final Function<Wiring, Line> lines;
  private final TimeSource time;

  RegoProber(List<RegisterMap> maps, Function<Wiring, Line> lines, TimeSource time) {
    this.maps = maps.stream().filter(map -> outdoor(map).isPresent()).toList();
    this.lines = lines;
    this.time = time;
  }

  @Override
  public List<Attempt> attempts(Place place, Set<Integer> units) {
    return Unaddressed.attempts(Wire.REGO, maps, place, units);
  }

  @Override
  public Sighting look(Attempt attempt, Consumer<String> say) {
    RegisterMap judge =
        Unaddressed.speaking(Wire.REGO, maps).stream()
            .max(Comparator.comparingInt(map -> map.model().offsets().size()))
            .orElseThrow();
    Register outdoor = outdoor(judge).orElseThrow();
    Line line = lines.apply(attempt.wiring());
    try (RegoBus bus = new RegoBus(line, attempt.patience(), time, Witness.none())) {
      RegoPump pump = new RegoPump(bus, judge, judge.model().shifting());
      Sample heard = read(pump, outdoor);
      return switch (pump.link()) {
        case Link.Down(String cause, String next) -> new NoLine(cause, next);
        case Link.Silent(String cause, _) -> silence(heard, cause);
        case Link.Untried _, Link.Up _ -> sighting(pump, outdoor, heard, attempt);
      };
    }
  }

  private static Sample read(RegoPump pump, Register outdoor) {
    Sample heard = pump.read(List.of(outdoor.id())).getFirst();
    for (int look = 1; look < LOOKS && isUndecided(pump); look++) {
      heard = pump.read(List.of(outdoor.id())).getFirst();
    }
    return heard;
  }

  private static boolean isUndecided(RegoPump pump) {
    return pump.link() instanceof Link.Up && pump.base() instanceof Base.Unknown;
  }

  private static Sighting silence(Sample heard, String cause) {
    return heard instanceof Invalid(var _, var _, Fault fault)
        ? switch (fault) {
          case Fault.NoAnswer _ -> new Nobody("");
          case Fault.Implausible _ -> new Somebody(List.of(), List.of(cause));
          case Fault.Unmentioned _,
              Fault.Garbled _,
              Fault.Late _,
              Fault.Foreign _,
              Fault.Refused _,
              Fault.LineDown _,
              Fault.Quarantined _ ->
              new Nobody(fault.words());
        }
        : new Nobody(cause);
  }

  private Sighting sighting(RegoPump pump, Register outdoor, Sample heard, Attempt attempt) {
    return switch (pump.base()) {
      case Base.Found(int offset) -> {
        Model model = pump.map().model();
        int home = model.addressOf(outdoor, offset);
        String where = outdoor.space().word() + " 0x%04X".formatted(home);
        yield new Somebody(candidates(home, spoken(outdoor, heard, where), attempt), List.of());
      }
      case Base.NoneFits(String cause, String next, _) ->
          new Somebody(List.of(), List.of("it is a Rego 600, but " + cause + "; " + next));
      case Base.Unknown _ ->
          new Somebody(List.of(), List.of("it is a Rego 600, but its answers get lost; try again"));
    };
  }

  private static String spoken(Register outdoor, Sample heard, String where) {
    String value =
        heard instanceof Reading(var _, var _, long raw)
            ? outdoor.decimal(raw).toPlainString() + " " + outdoor.unit().symbol()
            : "no value now";
    return Metric.OUTDOOR_TEMP.key() + " at " + where + ": " + value;
  }

  private List<Candidate> candidates(int home, String evidence, Attempt attempt) {
    List<Candidate> candidates = new ArrayList<>();
    for (RegisterMap map : Unaddressed.speaking(Wire.REGO, maps)) {
      List<Integer> places =
          map.model().offsets().stream()
              .map(offset -> map.model().addressOf(outdoor(map).orElseThrow(), offset))
              .toList();
      if (places.contains(home)) {
        candidates.add(candidate(map.model(), places.size() == 1, evidence, attempt));
      }
    }
    candidates.sort(Comparator.comparingInt(Candidate::points).reversed());
    return candidates;
  }

  private static Candidate candidate(
      Model model, boolean isNowhereElse, String evidence, Attempt attempt) {
    String place =
        isNowhereElse
            ? "this model has its sensors there, always"
            : "this model may have its sensors there or elsewhere";
    return new Candidate(
        model.id(),
        model.title(),
        attempt.keys(),
        isNowhereElse ? 3 : 2,
        List.of("it calls itself a Rego 600", evidence, place));
  }

  private static Optional<Register> outdoor(RegisterMap map) {
    return map.find(Metric.OUTDOOR_TEMP);
  }
}
