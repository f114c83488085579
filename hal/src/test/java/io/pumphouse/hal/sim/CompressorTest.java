package io.pumphouse.hal.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CompressorTest {
  private static final double STEP_SECONDS = 10;

  @Test
  void coefficientIsAShareOfCarnots() {
    Compressor compressor = running(Drive.INVERTER, 55, -5, 37);

    double carnot = (37 + 273.15) / (37 + 5);
    assertThat(cop(compressor)).isCloseTo(0.50 * carnot, within(0.001));
  }

  @Test
  void aGreaterLiftCostsMoreElectricityForLessHeat() {
    Compressor floor = running(Drive.INVERTER, 60, -2, 35);
    Compressor tank = running(Drive.INVERTER, 60, -6, 60);

    assertThat(tank.electricWatts()).isGreaterThan(floor.electricWatts() * 1.3);
    assertThat(tank.brineWatts()).isLessThan(floor.brineWatts());
    assertThat(cop(tank)).isBetween(2.0, 3.0);
    assertThat(cop(floor)).isBetween(3.5, 5.0);
  }

  @Test
  void speedFollowsInRampsAndStaysInItsRange() {
    Compressor compressor = new Compressor(Drive.INVERTER);
    compressor.run(500, 0, 35, STEP_SECONDS);
    double first = compressor.hertz();
    for (int i = 0; i < 100; i++) {
      compressor.run(500, 0, 35, STEP_SECONDS);
    }

    assertThat(first).isEqualTo(35);
    assertThat(compressor.hertz()).isEqualTo(110);
    assertThat(compressor.speedPercent()).isEqualTo(100);
  }

  @Test
  void withoutAnInverterThereIsOneSpeed() {
    assertThat(running(Drive.ON_OFF, 30, 0, 35).hertz()).isEqualTo(50);
    assertThat(running(Drive.ON_OFF, 110, 0, 35).hertz()).isEqualTo(50);
  }

  @Test
  void atRestNothingFlows() {
    Compressor compressor = running(Drive.INVERTER, 60, 0, 35);

    compressor.rest();

    assertThat(compressor.isRunning()).isFalse();
    assertThat(compressor.heatWatts()).isZero();
    assertThat(compressor.electricWatts()).isZero();
  }

  private static Compressor running(
      Drive drive, double hertz, double evaporatingCelsius, double condensingCelsius) {
    Compressor compressor = new Compressor(drive);
    for (int i = 0; i < 20; i++) {
      compressor.run(hertz, evaporatingCelsius, condensingCelsius, STEP_SECONDS);
    }
    return compressor;
  }

  private static double cop(Compressor compressor) {
    return compressor.heatWatts() / compressor.electricWatts();
  }
}
