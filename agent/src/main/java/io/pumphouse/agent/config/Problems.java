package io.pumphouse.agent.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file. Confined to the thread that reads it. */
final class Problems {
  private final String file;
  private final List<Problem> collected = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void add(int line, String key, String found, String accepted) {
    collected.add(new Problem(file, line, key, found, accepted));
  }

  /** A problem with the text of a line, before there are any keys. */
  void add(int line, String found, String accepted) {
    add(line, "", found, accepted);
  }

  boolean isEmpty() {
    return collected.isEmpty();
  }

  /** Problems of one line keep the order in which they were found. */
  List<Problem> inLineOrder() {
    return collected.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
  }
}
