package io.pumphouse.hal.sim;

import static io.pumphouse.hal.reading.Metric.ADD_HEAT_HOURS;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_HOURS;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_HOURS_HOT_WATER;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_ON;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_POWER;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_STARTS;
import static io.pumphouse.hal.reading.Metric.DEGREE_MINUTES;
import static io.pumphouse.hal.reading.Metric.HEAT_HEATING;
import static io.pumphouse.hal.reading.Metric.HEAT_HOT_WATER;
import static io.pumphouse.hal.reading.Metric.TOTAL_ELECTRICITY;
import static io.pumphouse.hal.reading.Metric.TOTAL_HEAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pumphouse.hal.reading.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the virtual pump counts agrees with what it shows. */
class VirtualMetersTest {
  private static final Instant WINTER = Instant.parse("2026-02-09T00:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  @ParameterizedTest
  @EnumSource(Drive.class)
  void heatIsElectricityPlusWhatTheGroundGave(Drive drive) {
    VirtualHeatPump pump = new VirtualHeatPump(3, drive, WINTER);
    Meters meters = pump.plant().meters;
    double heat = meters.heatKilowattHours();
    double[] compressorAndHeater = {0};
    pump.change(DEGREE_MINUTES, -900);

    each10Seconds(
        pump,
        now ->
            compressorAndHeater[0] +=
                (now.plant().compressor.electricWatts() + now.plant().heater.watts())
                    * 10
                    / Meters.JOULES_PER_KILOWATT_HOUR);

    assertThat(meters.heatKilowattHours() - heat)
        .isCloseTo(compressorAndHeater[0] + meters.brineKilowattHours(), within(1e-6))
        .isGreaterThan(300);
  }

  @Test
  void theElectricityMeterIntegratesThePowerShown() {
    VirtualHeatPump pump = VirtualHeatPump.atWork(3, Drive.INVERTER, WINTER);
    double before = value(pump, TOTAL_ELECTRICITY);
    double[] sum = {0};

    each10Seconds(pump, now -> sum[0] += value(now, COMPRESSOR_POWER) * 10 / 3600);

    assertThat(value(pump, TOTAL_ELECTRICITY) - before).isCloseTo(sum[0], within(1e-6));
  }

  @Test
  void countersOnlyGoUp() {
    VirtualHeatPump pump = VirtualHeatPump.atWork(3, Drive.INVERTER, WINTER);
    List<Metric> counters =
        List.of(
            TOTAL_ELECTRICITY,
            TOTAL_HEAT,
            HEAT_HEATING,
            HEAT_HOT_WATER,
            COMPRESSOR_HOURS,
            COMPRESSOR_HOURS_HOT_WATER,
            ADD_HEAT_HOURS,
            COMPRESSOR_STARTS);
    double[] last = counters.stream().mapToDouble(metric -> value(pump, metric)).toArray();

    each10Seconds(
        pump,
        now -> {
          for (int i = 0; i < last.length; i++) {
            double next = value(now, counters.get(i));
            assertThat(next).isGreaterThanOrEqualTo(last[i]);
            last[i] = next;
          }
        });
  }

  @Test
  void startsAndHoursAreThoseOfTheCompressorShown() {
    VirtualHeatPump pump = VirtualHeatPump.atWork(3, Drive.ON_OFF, WINTER);
    double starts = value(pump, COMPRESSOR_STARTS);
    double hours = value(pump, COMPRESSOR_HOURS);
    double[] seen = {0, 0, value(pump, COMPRESSOR_ON)};

    each10Seconds(
        pump,
        now -> {
          double on = value(now, COMPRESSOR_ON);
          seen[0] += on > seen[2] ? 1 : 0;
          seen[1] += on * 10 / 3600;
          seen[2] = on;
        });

    assertThat(value(pump, COMPRESSOR_STARTS) - starts).isEqualTo(seen[0]).isPositive();
    assertThat(value(pump, COMPRESSOR_HOURS) - hours).isCloseTo(seen[1], within(1e-6));
  }

  @Test
  void beginsWithFourYearsOnItsMeters() {
    VirtualHeatPump pump = new VirtualHeatPump(8, Drive.INVERTER, WINTER);

    assertThat(value(pump, COMPRESSOR_HOURS)).isBetween(8_000.0, 20_000.0);
    assertThat(value(pump, COMPRESSOR_STARTS)).isBetween(3_000.0, 15_000.0);
    assertThat(value(pump, TOTAL_HEAT) / value(pump, TOTAL_ELECTRICITY)).isBetween(3.0, 4.5);
    assertThat(value(pump, HEAT_HEATING) + value(pump, HEAT_HOT_WATER))
        .isCloseTo(value(pump, TOTAL_HEAT), within(1e-6));
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
}
