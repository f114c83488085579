package io.pumphouse.hal.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HouseTest {
  private static final double STEP_SECONDS = 10;
  private static final int STEPS_A_DAY = 8640;

  @Test
  void settlesWhereItLosesWhatItGets() {
    House house = new House(15, 20);

    run(house, 2500, 0, 60 * STEPS_A_DAY);

    double got = 2500 + House.PEOPLE_WATTS;
    assertThat(house.roomCelsius()).isCloseTo(got / House.LOSS_WATTS_PER_KELVIN, within(0.05));
    assertThat(house.circuitCelsius() - house.roomCelsius())
        .isCloseTo(2500 / House.EMITTER_WATTS_PER_KELVIN, within(0.05));
  }

  @Test
  void storesWhatItDoesNotLose() {
    House house = new House(20, 30);
    double before = house.storedJoules();

    house.advance(5000, 20, 700, STEP_SECONDS);

    double got = (5000 + 700 + House.PEOPLE_WATTS) * STEP_SECONDS;
    assertThat(house.storedJoules() - before).isCloseTo(got, within(1.0));
  }

  @Test
  void keepsItsWarmthForDays() {
    House house = new House(21, 21);

    run(house, 0, -5, STEPS_A_DAY);

    assertThat(house.roomCelsius()).isBetween(16.0, 18.0);
  }

  @Test
  void windowsAreOpenedWhenItIsHotInsideAndCoolerOutside() {
    House aired = new House(25, 25);
    House closed = new House(23, 23);

    run(aired, 0, 15, 360);
    run(closed, 0, 13, 360);

    assertThat(25 - aired.roomCelsius()).isGreaterThan(2 * (23 - closed.roomCelsius()));
  }

  private static void run(House house, double watts, double outdoorCelsius, int steps) {
    for (int i = 0; i < steps; i++) {
      house.advance(watts, outdoorCelsius, 0, STEP_SECONDS);
    }
  }
}
