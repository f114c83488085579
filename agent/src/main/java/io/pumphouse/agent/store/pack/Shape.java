package io.pumphouse.agent.store.pack;

import java.util.ArrayList;
import java.util.List;

/**
 * Who was asked in one poll, and which of them share a time: polls look alike for weeks, so a block
 * tells each shape once.
 *
 * @param slots the series of each answer, in the order of time
 */
record Shape(List<List<Integer>> slots) {
  Shape {
    slots = slots.stream().map(List::copyOf).toList();
  }

  /** Neighbouring series become one run: how far from the end of the last one, and how many. */
  void write(Ink ink) {
    ink.number(slots.size());
    for (List<Integer> slot : slots) {
      List<Integer> starts = starts(slot);
      ink.number(starts.size());
      int end = 0;
      for (int i = 0; i < starts.size(); i++) {
        int start = starts.get(i);
        int after = i + 1 < starts.size() ? starts.get(i + 1) : slot.size();
        ink.signed(slot.get(start) - end);
        ink.number(after - start);
        end = slot.get(after - 1) + 1;
      }
    }
  }

  static Shape read(Eye eye) {
    int slotCount = eye.count();
    List<List<Integer>> slots = new ArrayList<>();
    for (int slot = 0; slot < slotCount; slot++) {
      slots.add(readSlot(eye));
    }
    return new Shape(slots);
  }

  private static List<Integer> readSlot(Eye eye) {
    List<Integer> series = new ArrayList<>();
    int runs = eye.count();
    int next = 0;
    for (int run = 0; run < runs; run++) {
      next += (int) eye.signed();
      int length = eye.count();
      if (series.size() + length > Eye.MOST) {
        throw new IllegalArgumentException("more than " + Eye.MOST + " series");
      }
      for (int i = 0; i < length; i++) {
        series.add(next++);
      }
    }
    return series;
  }

  private static List<Integer> starts(List<Integer> slot) {
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < slot.size(); i++) {
      if (i == 0 || slot.get(i) != slot.get(i - 1) + 1) {
        starts.add(i);
      }
    }
    return starts;
  }
}
