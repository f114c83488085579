package io.pumphouse.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.config.GpioConfig.Metering;
import io.pumphouse.hal.gpio.Input;
import io.pumphouse.hal.gpio.Output;
import io.pumphouse.hal.gpio.Pin;
import io.pumphouse.hal.gpio.PulseTerms;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.PumpId;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GpioSectionTest {
  private static final String TWO_PUMPS =
      Desk.ONE_PUMP + "  - {id: barn, model: nibe-s1255, line: {tcp: 192.0.2.11}}\n";

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
  }

  @Test
  void withoutItThereIsNoBoard() {
    Config config = desk.config(Desk.ONE_PUMP);

    assertThat(config.gpio()).isEqualTo(GpioConfig.NONE);
    assertThat(config.pumps().getFirst().map().isOnLine()).isTrue();
  }

  @Test
  void aMeterHasAPinAndPulsesAndThePumpThereIs() {
    GpioConfig gpio =
        desk.config(Desk.ONE_PUMP + "gpio: {s0-meter: {pin: 24, pulses-per-kwh: 800}}\n").gpio();

    assertThat(gpio.pinout().pins()).isEqualTo(Map.of(Input.S0_METER, new Pin(24, false)));
    assertThat(gpio.meter())
        .containsExactly(new Metering(new PumpId("house"), new PulseTerms(800, 50_000)));
  }

  @Test
  void whatTheMeterShowsIsWhatItsPumpHas() {
    Config config =
        desk.config(
            TWO_PUMPS
                + "gpio: {s0-meter: {pin: 24 active-low, pulses-per-kwh: 1000, pump: barn,"
                + " highest-power: 9 kW}}\n");

    RegisterMap barn = config.pumps().getLast().map();
    assertThat(barn.find(Metric.ELECTRIC_POWER)).get().matches(power -> power.highest() == 9_000);
    assertThat(barn.find(Metric.METERED_ELECTRICITY)).isPresent();
    assertThat(config.pumps().getFirst().map().isOnLine()).isTrue();
  }

  @Test
  void ofSeveralPumpsOneMustBeNamed() {
    assertThat(desk.problems(TWO_PUMPS + "gpio: {s0-meter: {pin: 24, pulses-per-kwh: 1000}}\n"))
        .containsExactly(
            "pumphouse.yaml:4: gpio.s0-meter.pump: found nothing, accepted: house or barn");
  }

  @Test
  void everythingThatIsWrongIsNamedAtOnce() {
    assertThat(
            desk.problems(
                Desk.ONE_PUMP
                    + "gpio:\n  s0-meter:\n    pin: GPIO24\n    pulses-per-kwh: 0\n"
                    + "    highest-power: 50\n    pump: hosue\n    pul: up\n"))
        .containsExactly(
            "pumphouse.yaml:5: gpio.s0-meter.pin: found \"GPIO24\", accepted: a pin as the chip"
                + " counts (BCM), 2 to 27, such as 24 or 24 active-low",
            "pumphouse.yaml:6: gpio.s0-meter.pulses-per-kwh: found \"0\", accepted: a number from"
                + " 1 to 100000, such as 1000",
            "pumphouse.yaml:7: gpio.s0-meter.highest-power: found \"50\", accepted: a power from"
                + " 100 to 1000000 W, such as 50 kW",
            "pumphouse.yaml:8: gpio.s0-meter.pump: found \"hosue\", accepted: house",
            "pumphouse.yaml:9: gpio.s0-meter.pul: found an unknown key, accepted: pin,"
                + " pulses-per-kwh, highest-power or pump");
  }

  @Test
  void outputsHaveAPinEach() {
    GpioConfig gpio =
        desk.config(
                Desk.ONE_PUMP
                    + "gpio: {sg-ready: {a: 17 active-low, b: 27 active-low}, alarm-contact: 22,"
                    + " status-lamp: 23}\n")
            .gpio();

    assertThat(gpio.pinout().pins())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Output.SG_READY_A, new Pin(17, true),
                Output.SG_READY_B, new Pin(27, true),
                Output.ALARM_CONTACT, new Pin(22, false),
                Output.STATUS_LAMP, new Pin(23, false)));
  }

  @Test
  void oneRelayCannotTellFourThings() {
    assertThat(desk.problems(Desk.ONE_PUMP + "gpio: {sg-ready: {a: 17}}\n"))
        .containsExactly(
            "pumphouse.yaml:3: gpio.sg-ready.b: found nothing, accepted: a pin as the chip counts"
                + " (BCM), 2 to 27, such as 24 or 24 active-low");
  }

  @Test
  void aPinServesOneUse() {
    assertThat(
            desk.problems(
                Desk.ONE_PUMP
                    + "gpio:\n  sg-ready: {a: 17, b: 17 active-low}\n  alarm-contact: 22\n"
                    + "  s0-meter: {pin: 22, pulses-per-kwh: 1000}\n"))
        .containsExactly(
            "pumphouse.yaml:4: gpio.sg-ready.b: found gpio 17 active-low, as in gpio.sg-ready.a,"
                + " accepted: a pin that nothing else has",
            "pumphouse.yaml:6: gpio.s0-meter.pin: found gpio 22, as in gpio.alarm-contact,"
                + " accepted: a pin that nothing else has");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "28", "024", "24 low", "active-low", "24  active-low", "-4"})
  void aPinIsANumberOfTheHeader(String pin) {
    assertThat(
            desk.problems(
                Desk.ONE_PUMP + "gpio: {s0-meter: {pin: '" + pin + "', pulses-per-kwh: 1000}}\n"))
        .singleElement()
        .asString()
        .contains("accepted: a pin as the chip counts (BCM), 2 to 27");
  }
}
