package io.pumphouse.agent.store.pack;

import io.pumphouse.hal.reading.Fault;
import java.util.List;

/**
 * The samples of one series, one after another. What each is, is told by a state: see {@link
 * Column}.
 *
 * @param series the number of pump and register
 * @param values the raw integers of those that are values
 */
record Strand(int series, Beat beat, Longs states, Longs values) {
  Strand(int series) {
    this(series, new Beat(new Longs(), new Longs()), new Longs(), new Longs());
  }

  void add(long wall, long mono, int state) {
    beat.monos().add(mono);
    beat.walls().add(wall);
    states.add(state);
  }

  int size() {
    return states.size();
  }

  void tell(Hearer hearer, List<Fault> faults) {
    int value = 0;
    for (int i = 0; i < size(); i++) {
      long wall = beat.walls().get(i);
      long mono = beat.monos().get(i);
      int state = (int) states.get(i);
      switch (state) {
        case Column.VALUE -> hearer.value(series, wall, mono, values.get(value++));
        case Column.MISSING -> hearer.missing(series, wall, mono);
        default -> hearer.invalid(series, wall, mono, faults.get(state - Column.FIRST_FAULT));
      }
    }
  }
}
