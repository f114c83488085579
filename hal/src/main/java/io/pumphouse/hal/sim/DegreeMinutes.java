package io.pumphouse.hal.sim;

/**
 * How much heat the house has been owed: the integral over time of supply minus wanted supply, in
 * degrees times minutes. Below zero it is owed. Confined to the thread that steps it.
 */
final class DegreeMinutes {
  static final double LOWEST = -1000;
  static final double HIGHEST = 30;

  private double value;

  DegreeMinutes(double start) {
    this.value = start;
  }

  double value() {
    return value;
  }

  void count(double supplyCelsius, double wantedCelsius, double seconds) {
    set(value + (supplyCelsius - wantedCelsius) * seconds / 60);
  }

  void set(double degreeMinutes) {
    value = Math.clamp(degreeMinutes, LOWEST, HIGHEST);
  }
}
