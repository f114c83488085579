package io.pumphouse.agent.store.pack;

import io.pumphouse.hal.reading.Fault;
import java.util.ArrayList;
import java.util.List;

/** One series of a block while it is being unpacked. Confined to one thread. */
final class ToldColumn {
  private final int series;
  private final List<Integer> times = new ArrayList<>();

  /** Empty when all are values. */
  private List<Integer> states = List.of();

  private long[] values = {};

  ToldColumn(int series) {
    this.series = series;
  }

  int series() {
    return series;
  }

  /**
   * @param time the number of the time one more sample has
   */
  void addTime(int time) {
    times.add(time);
  }

  void setStates(List<Integer> told, int faults) {
    if (told.size() != times.size()) {
      throw new IllegalArgumentException(times.size() + " samples, " + told.size() + " states");
    }
    if (told.stream().anyMatch(state -> state >= Column.FIRST_FAULT + faults)) {
      throw new IllegalArgumentException("a fault beyond the last");
    }
    states = told;
  }

  void setValues(long[] told) {
    values = told;
  }

  int valueCount() {
    return states.isEmpty()
        ? times.size()
        : (int) states.stream().filter(state -> state == Column.VALUE).count();
  }

  void tell(Hearer hearer, List<Fault> faults, List<Long> monos, List<Long> walls) {
    int value = 0;
    for (int i = 0; i < times.size(); i++) {
      long mono = monos.get(times.get(i));
      long wall = walls.get(times.get(i));
      int state = states.isEmpty() ? Column.VALUE : states.get(i);
      switch (state) {
        case Column.VALUE -> hearer.value(series, wall, mono, values[value++]);
        case Column.MISSING -> hearer.missing(series, wall, mono);
        default -> hearer.invalid(series, wall, mono, faults.get(state - Column.FIRST_FAULT));
      }
    }
  }
}
