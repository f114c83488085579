package io.pumphouse.hal.rego;

import io.pumphouse.hal.map.AddressRange;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.rego.Outcome.Answered;
import io.pumphouse.hal.rego.Outcome.Trouble;
import io.pumphouse.hal.rego.Outcome.Unanswered;
import io.pumphouse.hal.rego.Question.Read;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out at which of the offsets of its model a pump has its sensors and outputs, by harmless
 * reads. An offset at which the outdoor sensor is not fitted, or any register impossible, is out.
 * Of those left, the one wins at which most registers say something: a cell in which nothing is
 * stored reads zero. Among equals the model's order decides.
 *
 * <p>What was heard is kept while the pump is being looked at, so that a lost answer costs only
 * itself; where nobody answers twice, there is no sensor. For one look at one pump.
 */
final class BaseProbe {
  private final RegoBus bus;
  private final RegisterMap map;
  private final List<Register> witnesses;
  private final List<AddressRange> moving;
  private final Map<Read, Integer> heard = new HashMap<>();
  private final Set<Read> lost = new HashSet<>();
  private final Set<Read> mute = new HashSet<>();

  BaseProbe(RegoBus bus, RegisterMap map, List<AddressRange> moving) {
    this.bus = bus;
    this.map = map;
    this.moving = moving;
    this.witnesses = witnesses(map, moving);
  }

  /** What looking gave. */
  sealed interface Result {}

  record Looked(Base base) implements Result {}

  /** An answer is still missing. */
  record Unfinished(Trouble trouble) implements Result {}

  private record Verdict(int offset, List<String> against, long telling) {
    boolean fits() {
      return against.isEmpty();
    }
  }

  /** Sensors and outputs that somebody needs, the outdoor sensor first. */
  private static List<Register> witnesses(RegisterMap map, List<AddressRange> moving) {
    return map.metrics().keySet().stream()
        .sorted(Comparator.comparing(metric -> metric != Metric.OUTDOOR_TEMP))
        .flatMap(metric -> map.find(metric).stream())
        .filter(each -> Addressing.isMoving(moving, each.space(), each.address()))
        .toList();
  }

  /** Whether there is a choice and something to choose by; else the model's first offset holds. */
  boolean isNeeded() {
    return map.model().offsets().size() > 1
        && map.find(Metric.OUTDOOR_TEMP).filter(witnesses::contains).isPresent();
  }

  /** Asks for what is not known yet, and decides. */
  Result look() {
    List<Verdict> verdicts = new ArrayList<>();
    for (int offset : map.model().offsets()) {
      Addressing addressing = new Addressing(moving, offset);
      Optional<Trouble> trouble = listen(addressing);
      if (trouble.isPresent()) {
        return new Unfinished(trouble.get());
      }
      verdicts.add(verdict(addressing));
    }
    return new Looked(decided(verdicts));
  }

  private Optional<Trouble> listen(Addressing addressing) {
    for (Register register : witnesses) {
      Read read = read(register, addressing);
      boolean isKnown = heard.containsKey(read) || mute.contains(read);
      Optional<Trouble> trouble = isKnown ? Optional.empty() : listen(read);
      if (trouble.isPresent()) {
        return trouble;
      }
    }
    return Optional.empty();
  }

  private Optional<Trouble> listen(Read read) {
    return switch (bus.ask(read)) {
      case Answered<Integer>(Integer word, _) -> {
        heard.put(read, word);
        yield Optional.empty();
      }
      case Unanswered<Integer> no when lost.add(read) -> Optional.of(no.trouble());
      case Unanswered<Integer> no when no.trouble().fault() instanceof Fault.LineDown ->
          Optional.of(no.trouble());
      case Unanswered<Integer> _ -> {
        mute.add(read);
        yield Optional.empty();
      }
    };
  }

  private static Read read(Register register, Addressing addressing) {
    return new Read(register.space(), addressing.onWire(register.space(), register.address()));
  }

  private Verdict verdict(Addressing addressing) {
    List<String> against = new ArrayList<>();
    long telling = 0;
    for (Register register : witnesses) {
      Sample sample = sample(register, addressing);
      objection(register, sample).ifPresent(against::add);
      telling += sample instanceof Reading(_, _, long raw) && raw != 0 ? 1 : 0;
    }
    return new Verdict(addressing.offset(), against, telling);
  }

  /** What the register says there; where nobody answers, no sensor is fitted. */
  private Sample sample(Register register, Addressing addressing) {
    return Optional.ofNullable(heard.get(read(register, addressing)))
        .map(word -> register.judge(Raw.of(register, word), bus.now()))
        .orElseGet(() -> new Missing(register.id(), bus.now()));
  }

  private Optional<String> objection(Register register, Sample sample) {
    Metric metric = map.metricOf(register.id()).orElseThrow();
    return switch (sample) {
      case Missing _ when metric == Metric.OUTDOOR_TEMP -> Optional.of("no outdoor sensor");
      case Missing _ -> Optional.empty();
      case Reading(_, _, long raw) when isPlausible(metric, register.decimal(raw).doubleValue()) ->
          Optional.empty();
      case Reading(_, _, long raw) ->
          Optional.of(metric.key() + " " + register.decimal(raw).toPlainString());
      case Invalid(_, _, Fault fault) -> Optional.of(metric.key() + ": " + fault.words());
    };
  }

  /** Narrower than what a register may hold: what the ground and the air can be like, in °C. */
  private static boolean isPlausible(Metric metric, double celsius) {
    return switch (metric) {
      case OUTDOOR_TEMP -> celsius >= -60 && celsius <= 60;
      case BRINE_IN, BRINE_OUT -> celsius >= -30 && celsius <= 30;
      default -> true;
    };
  }

  private Base decided(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(Verdict::fits)
        .max(Comparator.comparingLong(Verdict::telling))
        .map(best -> (Base) new Base.Found(best.offset()))
        .orElseGet(() -> noneFits(verdicts));
  }

  private Base noneFits(List<Verdict> verdicts) {
    List<String> each =
        verdicts.stream()
            .map(at -> "with offset " + at.offset() + " " + at.against().getFirst())
            .toList();
    return new Base.NoneFits(
        "sensors and outputs make no sense at any known place: " + String.join(", ", each),
        "mend the outdoor sensor (GT2) if it is broken, or configure the controller's exact model",
        bus.now());
  }
}
