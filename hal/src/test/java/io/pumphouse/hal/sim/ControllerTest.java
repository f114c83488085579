package io.pumphouse.hal.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pumphouse.hal.reading.Metric;
import org.junit.jupiter.api.Test;

class ControllerTest {
  private static final double STEP_SECONDS = 10;
  private static final double WARM_TANK = 48;

  private final Settings settings = new Settings();
  private final DegreeMinutes degreeMinutes = new DegreeMinutes(0);
  private final Heater heater = new Heater();
  private final Controller controller =
      new Controller(Drive.INVERTER, settings, degreeMinutes, heater);

  @Test
  void degreeMinutesAreTheIntegralOfSupplyMinusWanted() {
    decide(25, WARM_TANK);

    double missing = 25 - controller.wantedCelsius();
    assertThat(degreeMinutes.value()).isCloseTo(missing * STEP_SECONDS / 60, within(1e-9));
  }

  @Test
  void startsAtMinusSixtyAndStopsAtZero() {
    degreeMinutes.set(-59);
    decide(controller.wantedCelsius(), WARM_TANK);
    degreeMinutes.set(-60.1);
    decide(wanted(), WARM_TANK);
    assertThat(controller.task()).isEqualTo(Task.HEATING);

    rest(400);
    degreeMinutes.set(-1);
    decide(wanted(), WARM_TANK);
    assertThat(controller.task()).isEqualTo(Task.HEATING);

    degreeMinutes.set(0.1);
    decide(wanted(), WARM_TANK);
    assertThat(controller.task()).isEqualTo(Task.NOTHING);
  }

  @Test
  void runsAtLeastSixMinutesAndRestsAtLeastTen() {
    degreeMinutes.set(-100);
    decide(wanted(), WARM_TANK);
    degreeMinutes.set(20);
    int run = stepsUntil(Task.NOTHING);
    degreeMinutes.set(-100);
    int rest = stepsUntil(Task.HEATING);

    assertThat(run * STEP_SECONDS).isBetween(360.0, 380.0);
    assertThat(rest * STEP_SECONDS).isBetween(600.0, 620.0);
  }

  @Test
  void hotWaterGoesFirstAndUntilItsStopTemperature() {
    degreeMinutes.set(-300);
    decide(wanted(), 43.9);
    assertThat(controller.task()).isEqualTo(Task.HOT_WATER);
    decide(wanted(), 49.9);
    assertThat(controller.task()).isEqualTo(Task.HOT_WATER);
    decide(wanted(), 50);
    assertThat(controller.task()).isEqualTo(Task.HEATING);
  }

  @Test
  void degreeMinutesStandStillWhileHotWaterIsCharged() {
    degreeMinutes.set(-300);
    decide(wanted(), 40);
    double before = degreeMinutes.value();
    decide(58, 41);

    assertThat(degreeMinutes.value()).isEqualTo(before);
  }

  @Test
  void warmWeatherEndsTheHeatingSeason() {
    degreeMinutes.set(-300);
    controller.decide(new Controller.Sensors(18, 16, 21, 20, WARM_TANK), true, STEP_SECONDS);

    assertThat(controller.isSeason()).isFalse();
    assertThat(degreeMinutes.value()).isZero();
    assertThat(controller.task()).isEqualTo(Task.NOTHING);
  }

  @Test
  void anInverterTurnsFasterTheMoreHeatIsOwed() {
    degreeMinutes.set(-100);
    decide(wanted(), WARM_TANK);
    double slow = controller.wantedHertz(wanted());
    degreeMinutes.set(-400);
    double fast = controller.wantedHertz(wanted());

    assertThat(slow).isBetween(35.0, 45.0);
    assertThat(fast).isBetween(90.0, 110.0);
  }

  @Test
  void elementsComeInOneByOneFarBelowAndGoOutLater() {
    degreeMinutes.set(-790);
    decide(wanted(), WARM_TANK);
    decide(wanted(), WARM_TANK);
    decide(wanted(), WARM_TANK);
    assertThat(heater.steps()).isEqualTo(2);

    degreeMinutes.set(-640);
    decide(wanted(), WARM_TANK);
    assertThat(heater.steps()).isEqualTo(1);

    degreeMinutes.set(-590);
    decide(wanted(), WARM_TANK);
    assertThat(heater.steps()).isZero();
  }

  @Test
  void theOwnerLimitsTheAdditionalHeat() {
    settings.change(Metric.MAX_ADD_HEAT, 2);
    degreeMinutes.set(-990);
    decide(wanted(), WARM_TANK);
    decide(wanted(), WARM_TANK);

    assertThat(heater.watts()).isEqualTo(2000);
  }

  @Test
  void theCurveAsksForMoreWhenItIsColderOutAndIn() {
    HeatCurve curve = new HeatCurve(settings);
    double mild = curve.celsius(5, 21);

    assertThat(curve.celsius(-15, 21)).isCloseTo(mild + 20 * 4 * 0.125, within(1e-9));
    assertThat(curve.celsius(5, 20)).isCloseTo(mild + 2, within(1e-9));
    settings.change(Metric.HEAT_CURVE_OFFSET, 3);
    assertThat(curve.celsius(5, 21)).isCloseTo(mild + 5, within(1e-9));
  }

  private double wanted() {
    return new HeatCurve(settings).celsius(-5, 21);
  }

  private void decide(double supplyCelsius, double chargingCelsius) {
    controller.decide(
        new Controller.Sensors(-5, -5, 21, supplyCelsius, chargingCelsius), true, STEP_SECONDS);
  }

  private void rest(double seconds) {
    for (double passed = 0; passed < seconds; passed += STEP_SECONDS) {
      decide(wanted(), WARM_TANK);
    }
  }

  private int stepsUntil(Task task) {
    int steps = 0;
    while (controller.task() != task && steps < 1000) {
      decide(wanted(), WARM_TANK);
      steps++;
    }
    return steps;
  }
}
