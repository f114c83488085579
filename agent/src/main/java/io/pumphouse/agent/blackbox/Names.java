package io.pumphouse.agent.blackbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for names, in the order they were first met. Guarded by whoever holds it. */
final class Names {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  int of(String name) {
    Integer known = numbers.get(name);
    return known == null ? added(name) : known;
  }

  private int added(String name) {
    numbers.put(name, names.size());
    names.add(name);
    return names.size() - 1;
  }

  List<String> all() {
    return List.copyOf(names);
  }
}
