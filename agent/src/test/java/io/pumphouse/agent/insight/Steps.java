package io.pumphouse.agent.insight;

import io.pumphouse.web.model.Curve;
import io.pumphouse.web.model.Stretch;
import java.util.Objects;
import java.util.SortedMap;

/** A curve that a test wrote down. */
record Steps(int steps, SortedMap<Integer, Stretch> stretches) implements Curve {
  @Override
  public boolean has(int step) {
    return stretches.containsKey(step);
  }

  @Override
  public Stretch stretch(int step) {
    return Objects.requireNonNull(stretches.get(step));
  }

  @Override
  public long lowest(int step) {
    return stretch(step).lowest();
  }

  @Override
  public double mean(int step) {
    return stretch(step).mean();
  }

  @Override
  public long highest(int step) {
    return stretch(step).highest();
  }

  @Override
  public long last(int step) {
    return stretch(step).last();
  }

  @Override
  public double covered(int step) {
    return stretch(step).covered();
  }
}
