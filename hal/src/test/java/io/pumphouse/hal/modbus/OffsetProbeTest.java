package io.pumphouse.hal.modbus;

import static io.pumphouse.hal.modbus.Modbus40.OUTDOOR;
import static io.pumphouse.hal.modbus.Modbus40.SETPOINT;
import static io.pumphouse.hal.modbus.Modbus40.address;
import static io.pumphouse.hal.modbus.Modbus40.id;
import static io.pumphouse.hal.modbus.Modbus40.raw;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.modbus.Modbus40.Nothing;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the registers of a MODBUS 40 begin, and what is taken for no proof of it. */
class OffsetProbeTest {
  private final Modbus40 device = new Modbus40();

  /** One address below the outdoor sensor nothing is; below the supply sensor, another system's. */
  @Test
  void aZeroBesideASensorThatIsNotFittedIsNoOutdoorTemperature() {
    device.plugIn(40_001, WordOrder.LOW_FIRST, 1);
    RegisterBank honest = device.bank;
    device.bank =
        (Nothing)
            (space, address, count) ->
                honest.read(space, address, count) instanceof RegisterBank.Values values
                    ? values
                    : new RegisterBank.Values(Collections.nCopies(count, 0));

    assertThat(raw(device.pump().read(List.of(OUTDOOR)).getFirst()))
        .isEqualTo((short) device.word(address(OUTDOOR) + 40_001))
        .isNotZero();
  }

  @Test
  void aSettingIsWrittenWhereItLies() {
    device.plugIn(40_001, WordOrder.LOW_FIRST, 1);

    assertThat(device.pump().write(SETPOINT, 215)).isInstanceOf(Written.Done.class);
    assertThat(device.word(address(SETPOINT) + 40_001)).isEqualTo(215);
  }

  @Test
  void whereNoOffsetFitsNothingIsBelievedAndAllThatWasTriedIsTold() {
    device.bank =
        (Nothing) (_, address, _) -> new RegisterBank.Values(List.of(address == 3 ? 900 : 801));
    ModbusPump pump = device.pump();

    assertThat(pump.read(List.of(OUTDOOR, SETPOINT))).allMatch(Invalid.class::isInstance);
    assertThat(pump.link()).isInstanceOf(Link.Silent.class);
    assertThat(pump.link().cause())
        .contains("holding 3: 90.0")
        .contains("holding 40003: 80.1")
        .contains("holding 40004: 80.1");
    assertThat(pump.write(SETPOINT, 215)).isInstanceOf(Written.NotSent.class);
    assertThat(device.line.sent()).allMatch(frame -> frame.at(1) == 3);
  }

  @Test
  void whereNobodyAnswersTheWiresAreToBeLookedAt() {
    device.isDead = true;
    ModbusPump pump = device.pump();

    assertThat(pump.read(List.of(OUTDOOR)).getFirst()).isInstanceOf(Invalid.class);
    assertThat(pump.link().next()).contains("A and B not swapped").doesNotContain("sensor");
  }

  @Test
  void whereItOnceRefusedTheModelIsToBeLookedAt() {
    device.bank =
        (Nothing)
            (_, _, _) -> {
              device.isDead = true; // from now on
              return new RegisterBank.Refusal(2);
            };
    ModbusPump pump = device.pump();

    assertThat(pump.read(List.of(OUTDOOR)).getFirst())
        .isInstanceOfSatisfying(
            Invalid.class, it -> assertThat(it.fault()).isEqualTo(new Fault.Refused(2)));
    assertThat(pump.link().next()).contains("outdoor sensor");
  }

  @Test
  void zerosEverywhereAreNoOutdoorTemperature() {
    device.bank = (Nothing) (_, _, count) -> new RegisterBank.Values(Collections.nCopies(count, 0));

    assertThat(device.pump().read(List.of(OUTDOOR)).getFirst()).isInstanceOf(Invalid.class);
  }

  /** As everything that is due at once would do so. */
  @Test
  void whoeverAnswersBelievablyNowhereIsNotSearchedWithEveryRequest() {
    device.bank = (Nothing) (_, _, count) -> new RegisterBank.Values(Collections.nCopies(count, 0));
    ModbusPump pump = device.pump();
    assertThat(pump.ask(List.of(OUTDOOR)).getFirst()).isInstanceOf(Invalid.class);
    int sent = device.line.sent().size();

    Invalid soon = (Invalid) pump.ask(List.of(SETPOINT)).getFirst();
    assertThat(soon.takenAt()).isEqualTo(device.time.now());
    assertThat(pump.link().cause()).contains("holding 40004: 0");
    assertThat(device.line.sent()).as("asked nothing").hasSize(sent);

    device.plugIn(40_001, WordOrder.LOW_FIRST, 1);
    device.time.advance(Duration.ofSeconds(10));
    assertThat(raw(pump.ask(List.of(SETPOINT)).getFirst()))
        .isEqualTo(device.word(address(SETPOINT) + 40_001));
  }

  @Test
  void zeroDegreesOutdoorsIsATemperatureWhereTheWaterIsWarm() {
    RegisterBank freezing =
        (Nothing)
            (_, address, _) ->
                switch (address) {
                  case 40_003 -> new RegisterBank.Values(List.of(0));
                  case 40_011 -> new RegisterBank.Values(List.of(301));
                  default -> new RegisterBank.Refusal(2);
                };
    device.bank = freezing;

    assertThat(raw(device.pump().read(List.of(OUTDOOR)).getFirst())).isZero();
  }

  /**
   * A gateway that adds 40001 and answers zero for what is not there, at exactly 0.0 degrees: asked
   * with 40000, outdoors reads zero and the sensor of climate system 2 stands in for the supply.
   */
  @Test
  void aZeroBesideASensorOfAnotherClimateSystemIsNoOutdoorTemperature() {
    int offset = 40_001;
    int systemTwo = address(new RegisterId("40007")) + offset;
    int supply = address(id(Metric.SUPPLY_TEMP)) + offset;
    device.bank =
        (Nothing)
            (_, address, count) ->
                new RegisterBank.Values(
                    address == systemTwo
                        ? List.of(298)
                        : address == supply ? List.of(352) : Collections.nCopies(count, 0));
    ModbusPump pump = device.pump();

    assertThat(raw(pump.read(List.of(OUTDOOR)).getFirst())).isZero();
    assertThat(raw(pump.read(List.of(id(Metric.SUPPLY_TEMP))).getFirst())).isEqualTo(352);
  }
}
