package io.pumphouse.hal.map;

import io.pumphouse.hal.reading.RegisterType;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the head of a map file says.
 *
 * @param model what is true of the whole model
 * @param absent per type, the raw numbers by which every register says "no sensor"
 * @param neverWrite the lines that name registers never to be written
 * @param alarms the line that names an alarm table, if there is one
 * @param values what the numbers of some metrics stand for
 */
record Head(
    Model model,
    Map<RegisterType, Set<Long>> absent,
    List<Said> neverWrite,
    List<Said> alarms,
    List<Values> values) {
  Head {
    Map<RegisterType, Set<Long>> copy = new EnumMap<>(RegisterType.class);
    absent.forEach((type, raw) -> copy.put(type, Set.copyOf(raw)));
    absent = Collections.unmodifiableMap(copy);
    neverWrite = List.copyOf(neverWrite);
    alarms = List.copyOf(alarms);
    values = List.copyOf(values);
  }

  /** The same set for all rows of a type: a map has a thousand. */
  Set<Long> absent(RegisterType type) {
    return absent.getOrDefault(type, Set.of());
  }
}
