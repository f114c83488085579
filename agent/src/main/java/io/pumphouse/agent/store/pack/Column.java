package io.pumphouse.agent.store.pack;

import java.util.ArrayList;
import java.util.List;

/** One series of a block while it is being packed. Confined to one thread. */
final class Column {
  static final int VALUE = 0;
  static final int MISSING = 1;

  /** This and above: the fault of that number. */
  static final int FIRST_FAULT = 2;

  private final List<Integer> states = new ArrayList<>();
  private final Longs values = new Longs();

  /** What each sample is. */
  List<Integer> states() {
    return states;
  }

  /** The raw integers of those that are values. */
  Longs values() {
    return values;
  }

  boolean isAllValues() {
    return values.size() == states.size();
  }
}
