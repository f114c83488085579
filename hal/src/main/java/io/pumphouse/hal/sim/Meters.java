package io.pumphouse.hal.sim;

/**
 * Everything that only counts up. Starts with what a pump has behind it after about four years in
 * this house. Confined to the thread that steps it.
 */
final class Meters {
  static final double JOULES_PER_KILOWATT_HOUR = 3.6e6;

  private double electricJoules;
  private double heatingJoules;
  private double hotWaterJoules;
  private double brineJoules;
  private double compressorSeconds;
  private double hotWaterSeconds;
  private double heaterSeconds;
  private long starts;
  private boolean wasRunning;

  /** Meters with a past: four years of 11 000 kWh heating and 2 800 kWh hot water, more or less. */
  Meters(Chance past) {
    this.heatingJoules = 4 * 11_000 * past.between(0.85, 1.15, 1) * JOULES_PER_KILOWATT_HOUR;
    this.hotWaterJoules = 4 * 2_800 * past.between(0.8, 1.2, 2) * JOULES_PER_KILOWATT_HOUR;
    this.electricJoules = heatingJoules / 3.9 + hotWaterJoules / 2.6;
    this.hotWaterSeconds = hotWaterJoules / 5_500;
    this.compressorSeconds = heatingJoules / 4_000 + hotWaterSeconds;
    this.heaterSeconds = 4 * 3600 * past.between(10, 60, 3);
    this.starts = Math.round(compressorSeconds / 3600 / past.between(1.6, 2.6, 4));
  }

  /**
   * What flows during one step, all W.
   *
   * @param electric everything the machine draws
   * @param heating to the house, additional heat included
   * @param hotWater to the tank, additional heat included
   * @param brine taken from the ground
   */
  record Flows(double electric, double heating, double hotWater, double brine) {}

  void count(Flows watts, Task task, boolean isRunning, boolean isHeaterOn, double seconds) {
    electricJoules += watts.electric * seconds;
    heatingJoules += watts.heating * seconds;
    hotWaterJoules += watts.hotWater * seconds;
    brineJoules += watts.brine * seconds;
    compressorSeconds += isRunning ? seconds : 0;
    hotWaterSeconds += isRunning && task == Task.HOT_WATER ? seconds : 0;
    heaterSeconds += isHeaterOn ? seconds : 0;
    starts += isRunning && !wasRunning ? 1 : 0;
    wasRunning = isRunning;
  }

  double electricKilowattHours() {
    return electricJoules / JOULES_PER_KILOWATT_HOUR;
  }

  double heatingKilowattHours() {
    return heatingJoules / JOULES_PER_KILOWATT_HOUR;
  }

  double hotWaterKilowattHours() {
    return hotWaterJoules / JOULES_PER_KILOWATT_HOUR;
  }

  /** Heat to the house and to the tank, additional heat included. */
  double heatKilowattHours() {
    return heatingKilowattHours() + hotWaterKilowattHours();
  }

  /** Heat taken from the ground since the simulation began; no pump shows it. */
  double brineKilowattHours() {
    return brineJoules / JOULES_PER_KILOWATT_HOUR;
  }

  double compressorHours() {
    return compressorSeconds / 3600;
  }

  double hotWaterHours() {
    return hotWaterSeconds / 3600;
  }

  double heaterHours() {
    return heaterSeconds / 3600;
  }

  long starts() {
    return starts;
  }
}
