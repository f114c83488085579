package io.pumphouse.agent.insight;

import java.time.Duration;

/**
 * Energy step by step, in kWh; NaN where it is not known. Immutable once filled; made by {@link
 * Counters} and {@link Powers}.
 */
final class Flow {
  private static final double WATT_SECONDS = 3.6e6;

  private final double[] kilowattHours;
  private final double[] covered;
  private final boolean[] isGuessed;
  private final double[] grain;

  Flow(int steps) {
    this.kilowattHours = Line.gaps(steps);
    this.covered = new double[steps];
    this.isGuessed = new boolean[steps];
    this.grain = new double[steps];
  }

  /** Nothing is known. */
  static Flow none(int steps) {
    return new Flow(steps);
  }

  /** What so much power makes of so much time, kWh. */
  static double energy(double watts, double seconds) {
    return watts * seconds / WATT_SECONDS;
  }

  static double energy(double watts, Duration time) {
    return energy(watts, time.toMillis() / 1_000.0);
  }

  void set(int step, double energy, double share) {
    kilowattHours[step] = energy;
    covered[step] = share;
  }

  /** What a step has comes from a counter that shows only so much at a time, in kWh. */
  void setGrain(int step, double amount) {
    grain[step] = amount;
  }

  /** How far off a sum may be that begins or ends with this step, kWh; 0 for what is no counter. */
  double grain(int step) {
    return grain[step];
  }

  void add(int step, double energy) {
    kilowattHours[step] = isKnown(step) ? kilowattHours[step] + energy : energy;
  }

  /** The least it can have been, over a gap too long to fill. */
  void guess(int step, double energy) {
    kilowattHours[step] = energy;
    isGuessed[step] = true;
  }

  /** Both together, where both are known. */
  Flow and(Flow other) {
    Flow sum = new Flow(kilowattHours.length);
    for (int i = 0; i < kilowattHours.length; i++) {
      double energy = kilowattHours[i] + other.kilowattHours[i];
      sum.set(i, energy, Math.min(covered[i], other.covered[i]));
      sum.setGrain(i, Math.hypot(grain[i], other.grain[i]));
    }
    return sum;
  }

  boolean isKnown(int step) {
    return !Double.isNaN(kilowattHours[step]);
  }

  /** Whether it is known well enough to divide by. */
  boolean isSound(int step) {
    return isKnown(step) && !isGuessed[step];
  }

  double energy(int step) {
    return kilowattHours[step];
  }

  /** Share of the step that values cover. */
  double covered(int step) {
    return covered[step];
  }

  /** The mean power over a step of this length, W; NaN where it is not known. */
  double watts(int step, double seconds) {
    return seconds > 0 ? kilowattHours[step] * WATT_SECONDS / seconds : Double.NaN;
  }
}
