package io.pumphouse.hal.sim;

/** How a compressor is driven: at a speed that follows the need, or at mains frequency. */
public enum Drive {
  /** Variable speed, 30 to 110 Hz: 3 to 10 kW of heat at 0 °C brine. */
  INVERTER(30, 110, 60),
  /** Fixed speed: 5 kW of heat, on or off. */
  ON_OFF(50, 50, 50);

  private final double lowestHertz;
  private final double highestHertz;
  private final double hotWaterHertz;

  Drive(double lowestHertz, double highestHertz, double hotWaterHertz) {
    this.lowestHertz = lowestHertz;
    this.highestHertz = highestHertz;
    this.hotWaterHertz = hotWaterHertz;
  }

  double lowestHertz() {
    return lowestHertz;
  }

  double highestHertz() {
    return highestHertz;
  }

  /** The speed at which hot water is charged. */
  double hotWaterHertz() {
    return hotWaterHertz;
  }

  double within(double hertz) {
    return Math.clamp(hertz, lowestHertz, highestHertz);
  }

  /** The speed that is this far between the lowest (0) and the highest (1). */
  double at(double share) {
    return lowestHertz + (highestHertz - lowestHertz) * Math.clamp(share, 0, 1);
  }
}
