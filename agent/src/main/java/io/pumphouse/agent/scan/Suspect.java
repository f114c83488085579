package io.pumphouse.agent.scan;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Register;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A model that shows a plausible outdoor temperature, and what else speaks for it. */
final class Suspect {
  private static final int MOST_MARKS = 3;

  private final RegisterMap map;
  private final int offset;
  private final List<String> evidence = new ArrayList<>();
  private int points;

  Suspect(RegisterMap map, int offset) {
    this.map = map;
    this.offset = offset;
  }

  RegisterMap map() {
    return map;
  }

  int offset() {
    return offset;
  }

  int points() {
    return points;
  }

  void count(int more, String why) {
    points += more;
    evidence.add(why);
  }

  /**
   * Registers that this model has and the other has not, those that carry a metric first: a metric
   * is on every pump of the model, other registers may belong to an accessory.
   */
  List<Register> marksAgainst(Suspect other) {
    return map.registers().stream()
        .filter(register -> register.type().width() == 1)
        .filter(register -> !other.mayAnswer(register, offset))
        .sorted(Comparator.comparing(register -> map.metricOf(register.id()).isEmpty()))
        .limit(MOST_MARKS)
        .toList();
  }

  /** Whether this model could answer where another one has this register. */
  private boolean mayAnswer(Register register, int itsOffset) {
    int address = register.address() + itsOffset - offset;
    Stream<Register> same =
        map.registers().stream()
            .filter(
                own ->
                    own.space() == register.space()
                        && own.address() <= address
                        && address < own.end());
    return same.findAny().isPresent()
        || map.model().readable().stream()
            .anyMatch(range -> range.covers(register.space(), address, address + 1));
  }

  Candidate candidate(Attempt attempt) {
    return new Candidate(
        map.model().id(), map.model().title(), attempt.wiring(), attempt.unit(), points, evidence);
  }
}
