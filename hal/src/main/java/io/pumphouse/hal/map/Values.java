package io.pumphouse.hal.map;

import io.pumphouse.hal.reading.Metric;
import java.util.Map;

/**
 * What the numbers of one metric stand for on this model.
 *
 * @param said the line that says so
 * @param metric whose numbers
 * @param words each number, in the metric's unit, and its word
 */
record Values(Said said, Metric metric, Map<Long, String> words) {
  Values {
    words = Map.copyOf(words);
  }
}
