package io.pumphouse.web.model;

import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Registers of one pump over time, in equal steps. Immutable.
 *
 * @param from where step 0 begins
 * @param step how long each step is
 * @param steps how many there are
 * @param byRegister each register that has a value at all, by the number of the step, from 0; a
 *     step that is not there is a gap
 */
public record Curves(
    Instant from,
    Duration step,
    int steps,
    Map<RegisterId, SortedMap<Integer, Stretch>> byRegister) {
  public Curves {
    byRegister =
        byRegister.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    curve -> Collections.unmodifiableSortedMap(new TreeMap<>(curve.getValue()))));
  }
}
