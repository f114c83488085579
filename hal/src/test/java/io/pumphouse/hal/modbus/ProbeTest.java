package io.pumphouse.hal.modbus;

import static io.pumphouse.hal.modbus.Modbus40.DISABLE_LOG_SET;
import static io.pumphouse.hal.modbus.Modbus40.HOURS;
import static io.pumphouse.hal.modbus.Modbus40.OUTDOOR;
import static io.pumphouse.hal.modbus.Modbus40.SETPOINT;
import static io.pumphouse.hal.modbus.Modbus40.address;
import static io.pumphouse.hal.modbus.Modbus40.id;
import static io.pumphouse.hal.modbus.Modbus40.raw;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.ScriptedLine.Breaks;
import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.Space;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A virtual F1255 behind every kind of MODBUS 40 that may exist, and how long what was found holds.
 */
class ProbeTest {
  private final Modbus40 device = new Modbus40();

  @ParameterizedTest
  @CsvSource({
    "0, LOW_FIRST, 1",
    "0, HIGH_FIRST, 0",
    "40000, LOW_FIRST, 1",
    "40000, HIGH_FIRST, 0",
    "40001, LOW_FIRST, 1",
    "40001, HIGH_FIRST, 0",
    // It says the one and does the other: the manual and the maps disagree.
    "0, LOW_FIRST, 0",
    "40001, HIGH_FIRST, 1"
  })
  void offsetAndWordOrderAreFound(int offset, WordOrder order, int wordSwap) {
    device.plugIn(offset, order, wordSwap);
    long outdoor = device.word(address(OUTDOOR) + offset);
    int hours = address(HOURS) + offset;
    long truth =
        order == WordOrder.LOW_FIRST
            ? device.word(hours + 1) << 16 | device.word(hours)
            : device.word(hours) << 16 | device.word(hours + 1);

    List<Sample> samples = device.pump().read(List.of(OUTDOOR, HOURS));

    assertThat((short) raw(samples.getFirst())).isEqualTo((short) outdoor);
    assertThat(raw(samples.getLast())).isEqualTo(truth).isPositive();
  }

  @Test
  void whatIsProvenIsNotAskedAgain() {
    device.plugIn(40_000, WordOrder.LOW_FIRST, 1);
    ModbusPump pump = device.pump();
    pump.read(List.of(OUTDOOR));
    int sent = device.line.sent().size();

    pump.read(List.of(OUTDOOR));

    assertThat(device.line.sent()).hasSize(sent + 1);
  }

  @Test
  void afterTheLineWasDownEverythingIsProvenAnew() {
    device.plugIn(40_000, WordOrder.LOW_FIRST, 1);
    ModbusPump pump = device.pump();
    pump.read(List.of(OUTDOOR));
    device.line.cue(new Breaks(Duration.ofSeconds(2)));
    device.isDead = true;
    pump.read(List.of(OUTDOOR));
    assertThat(pump.link()).isInstanceOf(Link.Down.class);
    device.isDead = false;
    device.plugIn(0, WordOrder.HIGH_FIRST, 0);

    assertThat(raw(pump.read(List.of(OUTDOOR)).getFirst())).isEqualTo((short) device.word(3));
  }

  @Test
  void oneLostAnswerIsNoReasonToDoubtTwoAre() {
    device.plugIn(40_000, WordOrder.LOW_FIRST, 1);
    ModbusPump pump = device.pump();
    pump.read(List.of(OUTDOOR));
    device.isDead = true;
    pump.read(List.of(SETPOINT));
    device.isDead = false;
    int sent = device.line.sent().size();
    pump.read(List.of(SETPOINT));
    assertThat(device.line.sent()).as("no probing").hasSize(sent + 1);

    device.isDead = true;
    pump.read(List.of(SETPOINT));
    pump.read(List.of(SETPOINT));
    device.isDead = false;
    sent = device.line.sent().size();
    pump.read(List.of(SETPOINT));
    assertThat(device.line.sent()).as("one probe and the question").hasSize(sent + 2);
  }

  @Test
  void aPumpThatDisablesItsLogSetIsAskedOneByOne() {
    device.plugIn(0, WordOrder.LOW_FIRST, 1);
    RegisterId supply = id(Metric.SUPPLY_TEMP);
    RegisterId third = new RegisterId("40005");
    List<RegisterId> all = List.of(OUTDOOR, third, new RegisterId("40006"));
    ModbusPump pump = device.pump(OUTDOOR, third, new RegisterId("40006"), supply);
    assertThat(pump.plan(all)).extracting(PlannedRead::span).containsExactly("holding 3-5");

    device.bank.write(Space.HOLDING, address(DISABLE_LOG_SET), List.of(1));
    pump.read(all);

    assertThat(pump.plan(all)).hasSize(3);
  }
}
