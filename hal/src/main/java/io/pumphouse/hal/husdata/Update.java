package io.pumphouse.hal.husdata;

import io.pumphouse.hal.reading.Moment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What one full update said, the newest of each id. Confined to one thread. */
final class Update {
  private final Map<Integer, Value> labelled = new HashMap<>();
  private final Map<Integer, Value> bare = new HashMap<>();
  private int damaged;

  /**
   * A number and when its line was complete.
   *
   * @param raw as the gateway said it
   */
  record Value(int raw, Moment at) {}

  void take(Said said, Moment at) {
    switch (said) {
      case Said.Labelled(int id, int raw) -> labelled.put(id, new Value(raw, at));
      case Said.Bare(int id, int raw) -> bare.put(id, new Value(raw, at));
      case Said.Damaged _ -> damaged++;
      case Said.Echo _ -> {}
    }
  }

  /** Whether the gateway has its labels off, as after a restart; a few may be cut off by noise. */
  boolean isBare() {
    return bare.size() > labelled.size();
  }

  boolean isEmpty() {
    return labelled.isEmpty() && bare.isEmpty();
  }

  /** Whether something came, and nothing of it was a line of the protocol. */
  boolean isNoise() {
    return isEmpty() && damaged > 0;
  }

  /** Whether each line that came was one of the protocol and agreed with its label. */
  boolean isWhole() {
    return damaged == 0;
  }

  /** How many lines, of this update and the one before, came and cannot be believed. */
  int doubtful(Update before) {
    Set<Integer> ids = new HashSet<>(bare.keySet());
    ids.addAll(before.bare.keySet());
    ids.removeAll(believed(before).keySet());
    return damaged + before.damaged + ids.size();
  }

  /**
   * What can be believed, by id: what has its label, and what the update before said as well.
   *
   * @param before another update of the same round; an empty one if there was none
   */
  Map<Integer, Value> believed(Update before) {
    Map<Integer, Value> believed = new HashMap<>(before.labelled);
    bare.forEach(
        (id, value) -> {
          if (before.confirms(id, value)) {
            believed.put(id, value);
          }
        });
    believed.putAll(labelled);
    return believed;
  }

  private boolean confirms(int id, Value again) {
    Value once = bare.get(id);
    return once != null && once.raw() == again.raw();
  }

  /** Everything it said, by id, believed or not. */
  Map<Integer, Integer> numbers() {
    Map<Integer, Integer> numbers = new HashMap<>();
    bare.forEach((id, value) -> numbers.put(id, value.raw()));
    labelled.forEach((id, value) -> numbers.put(id, value.raw()));
    return numbers;
  }

  /** In words: {@code 37 numbers, 1 damaged line}. */
  @Override
  public String toString() {
    String numbers = labelled.size() + bare.size() + " numbers";
    String labels = isBare() ? numbers + " without labels" : numbers;
    return damaged == 0 ? labels : labels + ", damaged lines: " + damaged;
  }
}
