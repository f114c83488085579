package io.pumphouse.agent.insight;

import io.pumphouse.web.model.Stretch;
import java.util.Arrays;
import java.util.SortedMap;

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
  static Line of(int steps, SortedMap<Integer, Stretch> curve, double scale) {
    Line line = new Line(steps);
    curve.forEach((step, stretch) -> line.put(step, stretch, scale));
    return line;
  }

  static double[] gaps(int steps) {
    double[] gaps = new double[steps];
    Arrays.fill(gaps, Double.NaN);
    return gaps;
  }

  private void put(int step, Stretch stretch, double scale) {
    // A scale below zero turns lowest and highest round.
    double one = stretch.lowest() * scale;
    double other = stretch.highest() * scale;
    lowest[step] = Math.min(one, other);
    highest[step] = Math.max(one, other);
    mean[step] = stretch.mean() * scale;
    last[step] = stretch.last() * scale;
    covered[step] = stretch.covered();
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
