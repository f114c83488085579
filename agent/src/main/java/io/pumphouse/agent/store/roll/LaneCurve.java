package io.pumphouse.agent.store.roll;

import io.pumphouse.web.model.Curve;

/** A lane that nobody adds to any more, as it is told. */
record LaneCurve(Lane lane, Ruler ruler) implements Curve {
  @Override
  public int steps() {
    return ruler.steps();
  }

  @Override
  public boolean has(int step) {
    return lane.has(step);
  }

  @Override
  public long lowest(int step) {
    return lane.lowest(step);
  }

  @Override
  public double mean(int step) {
    return lane.mean(step);
  }

  @Override
  public long highest(int step) {
    return lane.highest(step);
  }

  @Override
  public long last(int step) {
    return lane.last(step);
  }

  @Override
  public double covered(int step) {
    double length = ruler.start(step + 1) - ruler.start(step);
    return Math.min(1.0, lane.covered(step) / length);
  }
}
