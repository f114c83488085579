package io.pumphouse.hal.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the mistakes of one map file, so that all are told at once. Confined to one load. */
final class Problems {
  private final String file;
  private final List<MapProblem> found = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void add(int line, String what, String accepted) {
    found.add(new MapProblem(file, line, what, accepted));
  }

  int count() {
    return found.size();
  }

  List<MapProblem> inOrder() {
    return found.stream().sorted(Comparator.comparingInt(MapProblem::line)).toList();
  }
}
