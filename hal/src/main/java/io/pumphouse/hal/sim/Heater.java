package io.pumphouse.hal.sim;

/**
 * The additional heater: three elements of 2 kW, one per phase, switched in one after another as
 * the degree minutes fall, and out again 100 higher than they came in. Confined to the thread that
 * steps it.
 */
final class Heater {
  static final int STEPS = 3;
  static final double STEP_WATTS = 2000;

  private static final double FIRST_STEP_DEGREE_MINUTES = -700;
  private static final double NEXT_STEP_DEGREE_MINUTES = -80;
  private static final double HYSTERESIS_DEGREE_MINUTES = 100;

  private int steps;

  int steps() {
    return steps;
  }

  double watts() {
    return steps * STEP_WATTS;
  }

  void rest() {
    steps = 0;
  }

  /**
   * One decision: at most one element in or out.
   *
   * @param mostWatts what the owner allows
   */
  void decide(double degreeMinutes, double mostWatts) {
    if (steps < STEPS && degreeMinutes < threshold(steps)) {
      steps++;
    } else if (steps > 0 && degreeMinutes > threshold(steps - 1) + HYSTERESIS_DEGREE_MINUTES) {
      steps--;
    }
    steps = Math.min(steps, (int) (mostWatts / STEP_WATTS));
  }

  private static double threshold(int stepsBefore) {
    return FIRST_STEP_DEGREE_MINUTES + stepsBefore * NEXT_STEP_DEGREE_MINUTES;
  }
}
