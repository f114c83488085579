package io.pumphouse.hal.modbus;

import static io.pumphouse.hal.modbus.Modbus40.HOURS;
import static io.pumphouse.hal.modbus.Modbus40.MAP;
import static io.pumphouse.hal.modbus.Modbus40.OUTDOOR;
import static io.pumphouse.hal.modbus.Modbus40.WORD_SWAP;
import static io.pumphouse.hal.modbus.Modbus40.address;
import static io.pumphouse.hal.modbus.Modbus40.raw;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.modbus.Modbus40.Nothing;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of two words comes first, and what becomes of wide numbers while that is not known. */
class OrderProbeTest {
  private final Modbus40 device = new Modbus40();

  @Test
  void theWordsOfAWideNumberAreNotMadeUpWhereTheDeviceDecidesTheirOrder() {
    Register hours = MAP.find(HOURS).orElseThrow();
    Register outdoor = MAP.find(OUTDOOR).orElseThrow();

    assertThat(Words.said(MAP.model(), hours, 100_000)).isEmpty();
    assertThat(Words.said(MAP.model(), outdoor, -2)).containsExactly(0xFFFE);
  }

  @Test
  void onceItIsProvenThePumpTellsTheOrder() {
    device.plugIn(0, WordOrder.HIGH_FIRST, 0);
    ModbusPump pump = device.pump();
    assertThat(pump.wordOrder()).isEmpty();

    pump.read(List.of(HOURS));

    assertThat(pump.wordOrder()).contains(WordOrder.HIGH_FIRST);
  }

  @Test
  void whoeverSwapsTheWordsIsAskedForThemAnew() {
    device.plugIn(0, WordOrder.LOW_FIRST, 1);
    ModbusPump pump = device.pump();
    pump.read(List.of(HOURS));
    int questions = device.line.sent().size();
    pump.read(List.of(HOURS));
    assertThat(device.line.sent()).as("asked once more").hasSize(questions + 1);

    pump.write(WORD_SWAP, 0);
    questions = device.line.sent().size();
    pump.read(List.of(HOURS));

    assertThat(device.line.sent()).as("proven again first").hasSizeGreaterThan(questions + 1);
  }

  @Test
  void wordsSwappedInThePumpsOwnMenuAreNoticedWithinAnHour() {
    device.plugIn(0, WordOrder.LOW_FIRST, 1);
    ModbusPump pump = device.pump();
    long hours = raw(pump.read(List.of(HOURS)).getFirst());
    device.plugIn(0, WordOrder.HIGH_FIRST, 0);
    device.time.advance(Duration.ofMinutes(61));

    assertThat(raw(pump.read(List.of(HOURS)).getFirst())).isBetween(hours, hours + 2);
  }

  @Test
  void anUnknownWordOrderCostsOnlyThe32BitNumbers() {
    device.plugIn(0, WordOrder.LOW_FIRST, 1);
    RegisterBank whole = device.bank;
    device.bank =
        (Nothing)
            (space, address, count) -> {
              if (address == address(WORD_SWAP)) {
                return new RegisterBank.Refusal(2);
              }
              return count == 2
                  ? new RegisterBank.Values(List.of(3, 2))
                  : whole.read(space, address, count);
            };

    List<Sample> samples = device.pump().read(List.of(OUTDOOR, HOURS));

    assertThat(samples.getFirst()).isInstanceOf(Reading.class);
    assertThat(samples.getLast())
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid -> assertThat(invalid.fault().words()).contains("which of its two words"));
  }
}
