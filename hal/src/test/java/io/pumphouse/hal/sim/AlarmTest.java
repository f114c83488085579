package io.pumphouse.hal.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import io.pumphouse.hal.reading.Access;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The one alarm that the virtual pump can have: its brine pump sticks. */
class AlarmTest {
  private static final Instant WINTER = Instant.parse("2026-02-09T12:00:00Z");
  private static final Moment THEN = new Moment(WINTER, Duration.ofDays(1));

  private static VirtualHeatPump stuck(Drive drive) {
    Faults faults = new Faults(1);
    faults.set(SimFault.ALARM, 1);
    return VirtualHeatPump.atWork(1, drive, WINTER, faults);
  }

  private static Panel panel(String model, VirtualHeatPump pump) {
    return switch (new RegisterMaps().find(model)) {
      case Lookup.Found(RegisterMap map) -> new Panel(map, pump);
      case Lookup.Unknown _, Lookup.Faulty _ -> throw new AssertionError(model);
    };
  }

  private static double says(Panel panel, String name) {
    Register register = panel.map().named(name).orElseThrow();
    assertThat(panel.sample(register, THEN)).isInstanceOf(Reading.class);
    return register.decimal(((Reading) panel.sample(register, THEN)).raw()).doubleValue();
  }

  @ParameterizedTest
  @EnumSource(Drive.class)
  void aStuckBrinePumpStopsTheCompressorWithinTheDay(Drive drive) {
    VirtualHeatPump pump = stuck(drive);

    assertThat(pump.alarmedAt()).hasValueSatisfying(at -> assertThat(at).isBefore(WINTER));
    assertThat(pump.value(Metric.ALARM_ACTIVE)).hasValue(1);
    assertThat(pump.value(Metric.COMPRESSOR_ON)).hasValue(0);
  }

  @ParameterizedTest
  @EnumSource(Drive.class)
  void aSoundPumpHasNoAlarmAllWinter(Drive drive) {
    VirtualHeatPump pump = VirtualHeatPump.atWork(1, drive, WINTER, new Faults(1));
    pump.advanceTo(WINTER.plus(Duration.ofDays(60)));

    assertThat(pump.alarmedAt()).isEmpty();
  }

  @Test
  void itStaysUntilItIsReset() {
    VirtualHeatPump pump = stuck(Drive.INVERTER);
    pump.advanceTo(WINTER.plus(Duration.ofHours(6)));
    assertThat(pump.value(Metric.COMPRESSOR_ON)).hasValue(0);

    pump.plant().resetAlarm();
    pump.advanceTo(WINTER.plus(Duration.ofHours(7)));
    assertThat(pump.value(Metric.ALARM_ACTIVE)).hasValue(0);
    assertThat(pump.value(Metric.COMPRESSOR_ON)).as("it catches up").hasValue(1);
  }

  @ParameterizedTest
  @CsvSource({
    "nibe-s1255, alarm_code, 165",
    "nibe-s735, alarm_code, 165",
    "nibe-f1255, alarm_code, 51",
    "nibe-f750, alarm_code, 51",
    "thermia-genesis-inverter, d10, 1",
    "thermia-genesis-inverter, alarm_active, 1",
    "thermia-genesis-mega, d10, 1",
    "ivt-rego600, alarm_active, 1",
    "husdata-h1-ivt, alarm_last_code, 14",
    "husdata-h1-nibe, alarm_code, 51",
    "husdata-h1-thermia, alarm_active, 1"
  })
  void everyModelTellsItInItsOwnWay(String model, String register, double number) {
    assertThat(says(panel(model, stuck(Drive.INVERTER)), register)).isEqualTo(number);
    VirtualHeatPump sound = VirtualHeatPump.atWork(1, Drive.INVERTER, WINTER);
    assertThat(says(panel(model, sound), register)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "nibe-s1255, alarm_code",
    "nibe-f1255, alarm_code",
    "thermia-genesis-inverter, d10",
    "husdata-h1-ivt, alarm_active",
    "husdata-h1-nibe, alarm_code"
  })
  void pressingTheButtonClearsIt(String model, String register) {
    Panel panel = panel(model, stuck(Drive.INVERTER));
    Register button = panel.map().find(Metric.ALARM_RESET).orElseThrow();
    assertThat(says(panel, register)).isPositive();

    panel.write(button, ((Access.Within) button.access()).lowest());
    assertThat(says(panel, register)).isZero();
  }

  @Test
  void theLastAlarmIsRemembered() {
    Panel panel = panel("husdata-h1-ivt", stuck(Drive.INVERTER));
    panel.write(panel.map().find(new RegisterId("12F2")).orElseThrow(), 0);

    assertThat(says(panel, "alarm_active")).isZero();
    assertThat(says(panel, "alarm_last_code")).isEqualTo(14);
  }
}
