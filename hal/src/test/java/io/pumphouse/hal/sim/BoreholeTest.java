package io.pumphouse.hal.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BoreholeTest {
  private static final double STEP_SECONDS = 10;
  private static final int STEPS_A_DAY = 8640;

  private final Borehole borehole = new Borehole();

  @Test
  void brineComesBackWarmerByWhatIsTaken() {
    run(3000, 0.7, 360);

    double watts = 0.7 * 0.5 * 4250 * (borehole.brineInCelsius() - borehole.brineOutCelsius());
    assertThat(watts).isCloseTo(3000, within(1.0));
  }

  @Test
  void coolsWithUseAndRecoversSlowly() {
    double before = borehole.rockCelsius();
    run(4000, 0.7, 7 * STEPS_A_DAY);
    double used = borehole.rockCelsius();
    run(0, 0, STEPS_A_DAY);
    double nextDay = borehole.rockCelsius();
    run(0, 0, 365 * STEPS_A_DAY);

    assertThat(used).isLessThan(before - 0.8);
    assertThat(nextDay).isBetween(used + 0.5, before + 0.5);
    assertThat(borehole.rockCelsius()).isBetween(before + 1, Borehole.GROUND_CELSIUS);
  }

  @Test
  void restingBrineTakesTheTemperatureOfTheRock() {
    run(3000, 0.7, STEPS_A_DAY);
    run(0, 0, STEPS_A_DAY);

    assertThat(borehole.brineInCelsius()).isCloseTo(borehole.rockCelsius(), within(0.1));
    assertThat(borehole.brineOutCelsius()).isCloseTo(borehole.rockCelsius(), within(0.1));
  }

  private void run(double watts, double pumpShare, int steps) {
    for (int i = 0; i < steps; i++) {
      borehole.advance(watts, pumpShare, STEP_SECONDS);
    }
  }
}
