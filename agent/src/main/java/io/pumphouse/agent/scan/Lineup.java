package io.pumphouse.agent.scan;

import io.pumphouse.agent.scan.Sighting.Somebody;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.modbus.Outcome;
import io.pumphouse.hal.modbus.Outcome.Answered;
import io.pumphouse.hal.modbus.Outcome.Failed;
import io.pumphouse.hal.modbus.Outcome.Refused;
import io.pumphouse.hal.modbus.Words;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells which model answers: each must show a plausible outdoor temperature to be suspected at all;
 * then every further core register that answers speaks for or against it, and so does every
 * register that only one of two suspects has. Used once.
 */
final class Lineup {
  /** 16-bit quantities that nearly every pump has; word order is of no matter yet. */
  private static final List<Metric> CORE =
      List.of(
          Metric.SUPPLY_TEMP,
          Metric.RETURN_TEMP,
          Metric.HOT_WATER_TOP,
          Metric.BRINE_IN,
          Metric.BRINE_OUT,
          Metric.HEAT_CURVE);

  private static final int MOST_SUSPECTS = 4;

  /** A plausible number where the outdoor temperature would be is chance, alone. */
  private static final int CHANCE = 1;

  private final Interview interview;
  private final Attempt attempt;
  private final Consumer<String> say;
  private final List<String> against = new ArrayList<>();

  Lineup(Interview interview, Attempt attempt, Consumer<String> say) {
    this.interview = interview;
    this.attempt = attempt;
    this.say = say;
  }

  Somebody identify(List<RegisterMap> maps) {
    List<Suspect> suspects = maps.stream().flatMap(map -> outdoors(map).stream()).toList();
    suspects.forEach(this::hearCore);
    List<Suspect> likely = suspects.stream().sorted(likeliestFirst()).limit(MOST_SUSPECTS).toList();
    for (Suspect one : likely) {
      likely.stream().filter(other -> other != one).forEach(other -> compare(one, other));
    }
    List<Candidate> candidates =
        likely.stream()
            .sorted(likeliestFirst())
            .filter(suspect -> suspect.points() > CHANCE)
            .map(suspect -> suspect.candidate(attempt))
            .toList();
    return new Somebody(candidates, against);
  }

  private static Comparator<Suspect> likeliestFirst() {
    return Comparator.comparingInt(Suspect::points).reversed();
  }

  private Optional<Suspect> outdoors(RegisterMap map) {
    return map.find(Metric.OUTDOOR_TEMP).flatMap(outdoor -> outdoors(map, outdoor));
  }

  private Optional<Suspect> outdoors(RegisterMap map, Register outdoor) {
    for (int offset : map.model().offsets()) {
      Outcome outcome = interview.ask(map.model(), outdoor, offset);
      String heard = heard(map, outdoor, offset, outcome);
      if (sample(outdoor, outcome) instanceof Reading) {
        Suspect suspect = new Suspect(map, offset);
        suspect.count(1, heard);
        say.accept(heard + ": may be " + map.model().id());
        return Optional.of(suspect);
      }
      against.add("not " + map.model().id() + ": " + heard);
    }
    return Optional.empty();
  }

  private void hearCore(Suspect suspect) {
    RegisterMap map = suspect.map();
    for (Metric metric : CORE) {
      map.find(metric).filter(row -> row.type().width() == 1).ifPresent(row -> hear(suspect, row));
    }
  }

  private void hear(Suspect suspect, Register register) {
    Outcome outcome = interview.ask(suspect.map().model(), register, suspect.offset());
    String heard = heard(suspect.map(), register, suspect.offset(), outcome);
    switch (outcome) {
      case Answered _ -> suspect.count(isBelievable(register, outcome) ? 1 : -1, heard);
      case Refused _, Failed _ -> suspect.count(0, heard); // it may not be fitted
    }
  }

  /** A sensor that is not fitted is told as such only by the model whose register it is. */
  private static boolean isBelievable(Register register, Outcome outcome) {
    return switch (sample(register, outcome)) {
      case Reading _, Missing _ -> true;
      case Invalid _ -> false;
    };
  }

  private void compare(Suspect one, Suspect other) {
    String not = other.map().model().id();
    for (Register mark : one.marksAgainst(other)) {
      String name = "register " + mark.id() + " (" + mark.label() + ")";
      switch (interview.ask(one.map().model(), mark, one.offset())) {
        case Answered _ -> {
          one.count(1, name + " answers; " + not + " has none there");
          other.count(-1, name + " of " + one.map().model().id() + " answers");
        }
        case Refused _ -> {
          one.count(-1, name + " is refused, though this model has it");
          other.count(1, name + " of " + one.map().model().id() + " is refused");
        }
        case Failed _ -> {}
      }
    }
  }

  private static Sample sample(Register register, Outcome outcome) {
    return switch (outcome) {
      case Answered(List<Integer> words, Moment at) ->
          register.judge(Words.raw(register.type(), WordOrder.LOW_FIRST, words), at);
      case Refused(int exception, Moment at) ->
          new Invalid(register.id(), at, new Fault.Refused(exception));
      case Failed(var fault, _, Moment at) -> new Invalid(register.id(), at, fault);
    };
  }

  /** {@code outdoor_temp at holding 3: -3.8 °C}. */
  private static String heard(RegisterMap map, Register register, int offset, Outcome outcome) {
    String where =
        "%s at %s %d: "
            .formatted(
                map.nameOf(register.id()),
                register.space().word(),
                map.model().addressOf(register, offset));
    return where
        + switch (sample(register, outcome)) {
          case Reading reading ->
              register.decimal(reading.raw()).toPlainString() + " " + register.unit().symbol();
          case Missing _ -> "not fitted";
          case Invalid invalid -> invalid.fault().words();
        };
  }
}
