package io.pumphouse.agent.insight;

import io.pumphouse.web.model.Curve;
import java.util.Arrays;

/**
 * One register over the steps of a piece, in its unit; a step without a value is NaN in all but
 * {@link #covered}, where it is 0. Plain arrays, because a day of minutes as objects would be
 * megabytes. Immutable once filled.
 */
final class Line {
  private final double[] lowest;
  private final double[] mean;
  private final double[] highest;
  private final double[] last;
  private final double[] covered;

  private Line(int steps) {
    this.lowest = gaps(steps);
    this.mean = gaps(steps);
    this.highest = gaps(steps);
    this.last = gaps(steps);
    this.covered = new double[steps];
  }

  /** The steps of a curve, in the unit that the scale leads to. */
  static Line of(Curve curve, double scale) {
    Line line = new Line(curve.steps());
    for (int step = 0; step < curve.steps(); step++) {
      if (curve.has(step)) {
        line.put(step, curve, scale);
      }
    }
    return line;
  }

  static double[] gaps(int steps) {
    double[] gaps = new double[steps];
    Arrays.fill(gaps, Double.NaN);
    return gaps;
  }

  private void put(int step, Curve curve, double scale) {
    // A scale below zero turns lowest and highest round.
    double one = curve.lowest(step) * scale;
    double other = curve.highest(step) * scale;
    lowest[step] = Math.min(one, other);
    highest[step] = Math.max(one, other);
    mean[step] = curve.mean(step) * scale;
    last[step] = curve.last(step) * scale;
    covered[step] = curve.covered(step);
  }

  int steps() {
    return mean.length;
  }

  boolean has(int step) {
    return !Double.isNaN(mean[step]);
  }

  double lowest(int step) {
    return lowest[step];
  }

  double mean(int step) {
    return mean[step];
  }

  double highest(int step) {
    return highest[step];
  }

  double last(int step) {
    return last[step];
  }

  double covered(int step) {
    return covered[step];
  }

  /** The share of the step in which something that is zero when at rest was not; NaN in a gap. */
  double busy(int step) {
    if (!has(step)) {
      return Double.NaN;
    }
    if (highest[step] <= 0) {
      return 0;
    }
    return lowest[step] > 0 ? 1 : mean[step] / highest[step];
  }
}
