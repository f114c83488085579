package io.pumphouse.agent.scan;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Space;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
        .filter(register -> !other.mayAnswer(register.space(), addressOf(register)))
        .sorted(Comparator.comparing(register -> map.metricOf(register.id()).isEmpty()))
        .limit(MOST_MARKS)
        .toList();
  }

  private int addressOf(Register register) {
    return map.model().addressOf(register, offset);
  }

  /** Whether this model could answer at this address of the wire. */
  private boolean mayAnswer(Space space, int address) {
    return map.registers().stream().anyMatch(own -> stands(own, space, address))
        || map.model().readable().stream()
            .anyMatch(range -> range.covers(space, address - offset, address - offset + 1));
  }

  private boolean stands(Register own, Space space, int address) {
    int begin = addressOf(own);
    return own.space() == space && begin <= address && address < begin + own.type().width();
  }

  Candidate candidate(Attempt attempt) {
    return new Candidate(map.model().id(), map.model().title(), attempt.keys(), points, evidence);
  }
}
