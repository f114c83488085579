package io.pumphouse.hal.sim;

/**
 * A value that follows another with a first-order delay: a sensor in its pocket, a pipe that cools.
 * Confined to the thread that steps it.
 */
final class Lag {
  private double value;

  Lag(double start) {
    this.value = start;
  }

  double value() {
    return value;
  }

  /**
   * One step towards the target; never overshoots, however long the step (implicit Euler).
   *
   * @param delaySeconds how long until 63 % of a jump is followed
   */
  void follow(double target, double delaySeconds, double seconds) {
    value += (target - value) * seconds / (delaySeconds + seconds);
  }
}
