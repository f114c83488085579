package io.pumphouse.hal.map;

import io.pumphouse.hal.reading.RegisterType;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What the head of a map file says.
 *
 * @param model what is true of the whole model
 * @param absent per type, the raw numbers by which every register says "no sensor"
 */
record Head(Model model, Map<RegisterType, Set<Long>> absent) {
  Head {
    Map<RegisterType, Set<Long>> copy = new EnumMap<>(RegisterType.class);
    absent.forEach((type, raw) -> copy.put(type, Set.copyOf(raw)));
    absent = Collections.unmodifiableMap(copy);
  }

  /** The same set for all rows of a type: a map has a thousand. */
  Set<Long> absent(RegisterType type) {
    return absent.getOrDefault(type, Set.of());
  }
}
