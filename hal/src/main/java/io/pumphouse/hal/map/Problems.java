package io.pumphouse.hal.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects the mistakes of one map file, and of the files it names, so that all are told at once.
 * Confined to one load.
 */
final class Problems {
  private final String file;
  private final List<MapProblem> found;

  Problems(String file) {
    this(file, new ArrayList<>());
  }

  private Problems(String file, List<MapProblem> found) {
    this.file = file;
    this.found = found;
  }

  /** The same collection, for mistakes in another file. */
  Problems in(String otherFile) {
    return new Problems(otherFile, found);
  }

  void add(int line, String what, String accepted) {
    add(new MapProblem(file, line, what, accepted));
  }

  void add(MapProblem problem) {
    found.add(problem);
  }

  int count() {
    return found.size();
  }

  /** Those of the map first, each file in the order of its lines. */
  List<MapProblem> inOrder() {
    return found.stream()
        .sorted(
            Comparator.comparing((MapProblem problem) -> !problem.file().equals(file))
                .thenComparingInt(MapProblem::line))
        .toList();
  }
}
