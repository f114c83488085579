package io.pumphouse.web.model;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One register over the steps of {@link Curves}, in raw steps; {@code Register.scale()} makes them
 * quantities. Asked number by number, because a month of minutes as objects would be megabytes.
 * Immutable.
 */
public interface Curve {
  /** How many steps there are, counted from 0. */
  int steps();

  /** Whether a step has a value; of a gap nothing else may be asked. */
  boolean has(int step);

  /** The lowest raw value. */
  long lowest(int step);

  /** The mean, each value weighted by how long it held. */
  double mean(int step);

  /** The highest raw value. */
  long highest(int step);

  /** The value that held last. */
  long last(int step);

  /** The share of the step that values cover, above 0, at most 1. */
  double covered(int step);

  /** All of a step that has a value. */
  default Stretch stretch(int step) {
    return new Stretch(lowest(step), mean(step), highest(step), last(step), covered(step));
  }

  /** The steps that have a value, by their number: for few of them. */
  default SortedMap<Integer, Stretch> stretches() {
    SortedMap<Integer, Stretch> found = new TreeMap<>();
    for (int step = 0; step < steps(); step++) {
      if (has(step)) {
        found.put(step, stretch(step));
      }
    }
    return found;
  }
}
