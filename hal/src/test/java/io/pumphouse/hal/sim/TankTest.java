package io.pumphouse.hal.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TankTest {
  private static final double STEP_SECONDS = 10;

  @Test
  void storesWhatIsChargedLessWhatIsDrawnAndLost() {
    Tank tank = new Tank(50, 40);
    double before = tank.storedJoules();

    for (int i = 0; i < 360; i++) {
      tank.advance(5000, i < 60 ? 8.0 / 60 : 0, STEP_SECONDS);
    }

    double charged = 5000 * 3600.0;
    assertThat(tank.drawnJoules()).isPositive();
    assertThat(tank.lostJoules()).isPositive();
    assertThat(tank.storedJoules() - before)
        .isCloseTo(charged - tank.drawnJoules() - tank.lostJoules(), within(1.0));
  }

  @Test
  void aShowerCoolsTheChargingLayerLongBeforeTheTop() {
    Tank tank = new Tank(50, 50);

    for (int i = 0; i < 30; i++) {
      tank.advance(0, 8.0 / 60, STEP_SECONDS);
    }

    assertThat(tank.chargingCelsius()).isBetween(35.0, 42.0);
    assertThat(tank.topCelsius()).isGreaterThan(45);
  }

  @Test
  void theLayersMixWhereTheLowerOneIsWarmer() {
    Tank tank = new Tank(40, 60);

    tank.advance(0, 0, STEP_SECONDS);

    assertThat(tank.topCelsius()).isEqualTo(tank.chargingCelsius()).isBetween(50.0, 52.0);
  }

  @Test
  void aTapThatGetsLukewarmWaterDoesNotDrawMoreThanItsFlow() {
    Tank tank = new Tank(30, 30);

    tank.advance(0, 1, STEP_SECONDS);

    assertThat(tank.drawnJoules()).isCloseTo(10 * 4186 * 22.0, within(1.0));
  }
}
