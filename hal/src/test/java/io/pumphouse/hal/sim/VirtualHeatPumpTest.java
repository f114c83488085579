package io.pumphouse.hal.sim;

import static io.pumphouse.hal.reading.Metric.ADD_HEAT_HOURS;
import static io.pumphouse.hal.reading.Metric.ADD_HEAT_POWER;
import static io.pumphouse.hal.reading.Metric.ALARM_CODE;
import static io.pumphouse.hal.reading.Metric.ALARM_LAST_CODE;
import static io.pumphouse.hal.reading.Metric.ALARM_RESET;
import static io.pumphouse.hal.reading.Metric.BRINE_IN;
import static io.pumphouse.hal.reading.Metric.BRINE_OUT;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_HOURS;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_STARTS;
import static io.pumphouse.hal.reading.Metric.CURRENT_L3;
import static io.pumphouse.hal.reading.Metric.DEFROST_ACTIVE;
import static io.pumphouse.hal.reading.Metric.DEGREE_MINUTES;
import static io.pumphouse.hal.reading.Metric.ELECTRIC_POWER;
import static io.pumphouse.hal.reading.Metric.FLOW;
import static io.pumphouse.hal.reading.Metric.HEAT_CURVE_OFFSET;
import static io.pumphouse.hal.reading.Metric.HEAT_HOT_WATER;
import static io.pumphouse.hal.reading.Metric.HIGH_PRESSURE;
import static io.pumphouse.hal.reading.Metric.HOT_GAS;
import static io.pumphouse.hal.reading.Metric.HOT_WATER_MODE;
import static io.pumphouse.hal.reading.Metric.HOT_WATER_TOP;
import static io.pumphouse.hal.reading.Metric.LOW_PRESSURE;
import static io.pumphouse.hal.reading.Metric.METERED_ELECTRICITY;
import static io.pumphouse.hal.reading.Metric.OPERATING_MODE;
import static io.pumphouse.hal.reading.Metric.OUTDOOR_TEMP;
import static io.pumphouse.hal.reading.Metric.PRIORITY;
import static io.pumphouse.hal.reading.Metric.ROOM_TEMP;
import static io.pumphouse.hal.reading.Metric.SG_READY_STATE;
import static io.pumphouse.hal.reading.Metric.SUPPLY_TEMP;
import static io.pumphouse.hal.reading.Metric.SUPPLY_TEMP_EXTERNAL;
import static io.pumphouse.hal.reading.Metric.TOTAL_ELECTRICITY;
import static io.pumphouse.hal.reading.Metric.TOTAL_HEAT;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualHeatPumpTest {
  private static final Instant WINTER = Instant.parse("2026-02-09T00:00:00Z");
  private static final Instant SUMMER = Instant.parse("2026-07-13T00:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  @Test
  void sameSeedAndStartGiveTheSameNumbers() {
    assertThat(all(VirtualHeatPump.atWork(5, Drive.INVERTER, WINTER)))
        .isEqualTo(all(VirtualHeatPump.atWork(5, Drive.INVERTER, WINTER)));
  }

  @Test
  void anotherSeedGivesOtherNumbers() {
    assertThat(all(VirtualHeatPump.atWork(5, Drive.INVERTER, WINTER)))
        .isNotEqualTo(all(VirtualHeatPump.atWork(6, Drive.INVERTER, WINTER)));
  }

  @Test
  void numbersDoNotDependOnThePortionsInWhichTimePasses() {
    VirtualHeatPump atOnce = new VirtualHeatPump(5, Drive.INVERTER, WINTER);
    VirtualHeatPump inBits = new VirtualHeatPump(5, Drive.INVERTER, WINTER);
    Instant end = WINTER.plus(Duration.ofHours(30));

    atOnce.advanceTo(end);
    for (Instant at = WINTER; at.isBefore(end); at = at.plusMillis(777)) {
      inBits.advanceTo(at);
    }
    inBits.advanceTo(end);

    assertThat(inBits.now()).isEqualTo(atOnce.now()).isEqualTo(end);
    assertThat(all(inBits)).isEqualTo(all(atOnce));
  }

  @Test
  void timeNeverRunsBackAndNeverAhead() {
    VirtualHeatPump pump = new VirtualHeatPump(5, Drive.INVERTER, WINTER);

    pump.advanceTo(WINTER.plusSeconds(29));
    assertThat(pump.now()).isEqualTo(WINTER.plusSeconds(20));
    pump.advanceTo(WINTER);
    assertThat(pump.now()).isEqualTo(WINTER.plusSeconds(20));
  }

  @Test
  void hasEveryMetricButThoseItHasNoSensorFor() {
    VirtualHeatPump pump = new VirtualHeatPump(5, Drive.INVERTER, WINTER);
    Set<Metric> absent = EnumSet.allOf(Metric.class);
    absent.removeIf(metric -> pump.value(metric).isPresent());

    assertThat(absent)
        .containsExactlyInAnyOrder(
            // not fitted, or not on a ground-source pump
            FLOW,
            SUPPLY_TEMP_EXTERNAL,
            DEFROST_ACTIVE,
            // of a meter beside the pump
            ELECTRIC_POWER,
            METERED_ELECTRICITY,
            // each make's own codes
            PRIORITY,
            OPERATING_MODE,
            SG_READY_STATE,
            HOT_WATER_MODE,
            ALARM_CODE,
            ALARM_LAST_CODE,
            ALARM_RESET);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aWinterWeekStaysBelievable(long seed) {
    VirtualHeatPump pump = VirtualHeatPump.atWork(seed, Drive.INVERTER, WINTER);

    each10Seconds(
        pump,
        now -> {
          assertThat(value(now, ROOM_TEMP)).isBetween(19.0, 23.0);
          assertThat(value(now, SUPPLY_TEMP)).isBetween(20.0, 60.0);
          assertThat(value(now, HOT_WATER_TOP)).isBetween(40.0, 60.0);
          assertThat(value(now, BRINE_IN)).isBetween(-5.0, 8.0);
          assertThat(value(now, BRINE_OUT)).isBetween(-8.0, 8.0);
          assertThat(value(now, HOT_GAS)).isBetween(20.0, 120.0);
          assertThat(value(now, HIGH_PRESSURE)).isGreaterThanOrEqualTo(value(now, LOW_PRESSURE));
          assertThat(value(now, CURRENT_L3)).isBetween(0.2, 16.0);
        });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aWinterWeekIsHeatedWithACoefficientOfThreeToFive(long seed) {
    VirtualHeatPump pump = VirtualHeatPump.atWork(seed, Drive.INVERTER, WINTER);
    double electricity = value(pump, TOTAL_ELECTRICITY);
    double heat = value(pump, TOTAL_HEAT);
    double starts = value(pump, COMPRESSOR_STARTS);

    pump.advanceTo(WINTER.plus(WEEK));

    assertThat((value(pump, TOTAL_HEAT) - heat) / (value(pump, TOTAL_ELECTRICITY) - electricity))
        .isBetween(3.0, 5.0);
    // In deep frost an inverter hardly ever stops.
    assertThat((value(pump, COMPRESSOR_STARTS) - starts) / 7).isBetween(1.0, 30.0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void withoutAnInverterItCyclesAllWinter(long seed) {
    VirtualHeatPump pump = VirtualHeatPump.atWork(seed, Drive.ON_OFF, WINTER);
    double starts = value(pump, COMPRESSOR_STARTS);

    pump.advanceTo(WINTER.plus(WEEK));

    assertThat((value(pump, COMPRESSOR_STARTS) - starts) / 7).isBetween(3.0, 30.0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aSummerWeekIsMostlyHotWater(long seed) {
    VirtualHeatPump pump = VirtualHeatPump.atWork(seed, Drive.INVERTER, SUMMER);
    double heat = value(pump, TOTAL_HEAT);
    double hotWater = value(pump, HEAT_HOT_WATER);

    pump.advanceTo(SUMMER.plus(WEEK));

    double share = (value(pump, HEAT_HOT_WATER) - hotWater) / (value(pump, TOTAL_HEAT) - heat);
    assertThat(share).isBetween(0.5, 1.0001);
  }

  @Test
  void theCompressorWorksMoreTheColderItIs() {
    List<Double> hours =
        List.of(SUMMER, Instant.parse("2026-04-13T00:00:00Z"), WINTER).stream()
            .map(start -> compressorHoursInAWeek(start))
            .toList();

    assertThat(hours).isSorted();
    assertThat(hours.getLast()).isGreaterThan(4 * hours.getFirst());
  }

  @Test
  void knobsWork() {
    VirtualHeatPump pump = VirtualHeatPump.atWork(3, Drive.INVERTER, WINTER);
    VirtualHeatPump untouched = VirtualHeatPump.atWork(3, Drive.INVERTER, WINTER);

    assertThat(pump.change(HEAT_CURVE_OFFSET, 4)).isTrue();
    pump.advanceTo(WINTER.plus(Duration.ofDays(2)));
    untouched.advanceTo(WINTER.plus(Duration.ofDays(2)));

    assertThat(value(pump, HEAT_CURVE_OFFSET)).isEqualTo(4);
    assertThat(value(pump, ROOM_TEMP)).isGreaterThan(value(untouched, ROOM_TEMP) + 0.5);
  }

  @Test
  void muchOwedHeatBringsTheAdditionalHeaterIn() {
    VirtualHeatPump pump = VirtualHeatPump.atWork(3, Drive.INVERTER, WINTER);
    double hours = value(pump, ADD_HEAT_HOURS);

    pump.change(DEGREE_MINUTES, -900);
    pump.advanceTo(WINTER.plus(Duration.ofMinutes(10)));

    assertThat(value(pump, ADD_HEAT_POWER)).isPositive();
    assertThat(value(pump, ADD_HEAT_HOURS)).isGreaterThan(hours);
  }

  @Test
  void aSensorIsNoKnob() {
    VirtualHeatPump pump = new VirtualHeatPump(3, Drive.INVERTER, WINTER);

    assertThat(pump.change(OUTDOOR_TEMP, 30)).isFalse();
  }

  private static double compressorHoursInAWeek(Instant start) {
    VirtualHeatPump pump = VirtualHeatPump.atWork(2, Drive.INVERTER, start);
    double before = value(pump, COMPRESSOR_HOURS);
    pump.advanceTo(start.plus(WEEK));
    return value(pump, COMPRESSOR_HOURS) - before;
  }

  private static void each10Seconds(VirtualHeatPump pump, Consumer<VirtualHeatPump> look) {
    Instant end = pump.now().plus(WEEK);
    while (pump.now().isBefore(end)) {
      pump.advanceTo(pump.now().plus(VirtualHeatPump.STEP));
      look.accept(pump);
    }
  }

  private static double value(VirtualHeatPump pump, Metric metric) {
    return pump.value(metric).orElseThrow();
  }

  private static List<OptionalDouble> all(VirtualHeatPump pump) {
    return List.of(Metric.values()).stream().map(pump::value).toList();
  }
}
