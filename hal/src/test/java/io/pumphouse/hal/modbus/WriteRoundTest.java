package io.pumphouse.hal.modbus;

import static io.pumphouse.hal.modbus.Workshop.RESET;
import static io.pumphouse.hal.modbus.Workshop.SENSOR;
import static io.pumphouse.hal.modbus.Workshop.SETPOINT;
import static io.pumphouse.hal.modbus.Workshop.SOON;
import static io.pumphouse.hal.modbus.Workshop.SWITCH;
import static io.pumphouse.hal.modbus.Workshop.WIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.ScriptedLine.Breaks;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.map.Quirk;
import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One write is one frame on the line, and what it came to is told from the answers alone. */
class WriteRoundTest {
  private final Workshop device = new Workshop();

  @Test
  void oneRegisterGoesByFunction6AndIsReadBack() {
    Written written = device.pump(WordOrder.LOW_FIRST).write(SETPOINT, -38);

    assertThat(written).isInstanceOfSatisfying(Written.Done.class, done -> same(done.raw(), -38));
    assertThat(device.sent()).containsExactly("06 00 0A FF DA", "03 00 0A 00 01");
  }

  private static void same(long actual, long expected) {
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void a32BitNumberGoesByFunction16InTheOrderOfTheModel() {
    assertThat(device.pump(WordOrder.LOW_FIRST).write(WIDE, 0x12345))
        .isInstanceOf(Written.Done.class);
    assertThat(device.pump(WordOrder.HIGH_FIRST).write(WIDE, 0x12345))
        .isInstanceOf(Written.Done.class);

    assertThat(device.sent())
        .containsExactly(
            "10 00 14 00 02 04 23 45 00 01",
            "03 00 14 00 02",
            "10 00 14 00 02 04 00 01 23 45",
            "03 00 14 00 02");
  }

  @Test
  void whereFunction6DoesNotWorkOneRegisterGoesByFunction16() {
    device.pump(WordOrder.LOW_FIRST, Quirk.WRITE_MULTIPLE).write(SETPOINT, 21);

    assertThat(device.sent()).startsWith("10 00 0A 00 01 02 00 15");
  }

  @Test
  void aCoilGoesByFunction5() {
    assertThat(device.pump(WordOrder.LOW_FIRST).write(SWITCH, 1)).isInstanceOf(Written.Done.class);
    assertThat(device.sent()).containsExactly("05 00 1E FF 00", "01 00 1E 00 01");
  }

  @Test
  void aPumpThatSaysYesAndDoesNothingIsFoundOut() {
    device.words.put(10, 19);
    device.isDeaf = true;

    assertThat(device.pump(WordOrder.LOW_FIRST).write(SETPOINT, 21))
        .isInstanceOfSatisfying(Written.Ignored.class, ignored -> same(ignored.raw(), 19));
    assertThat(device.writesSent()).isEqualTo(1);
  }

  @Test
  void anAlarmResetIsAButtonAndIsNotReadBack() {
    device.isDeaf = true;

    assertThat(device.pump(WordOrder.LOW_FIRST).write(RESET, 1)).isInstanceOf(Written.Done.class);
    assertThat(device.sent()).containsExactly("06 00 28 00 01");
  }

  @Test
  void aRefusalChangedNothing() {
    device.refusesWith = 3;

    assertThat(device.pump(WordOrder.LOW_FIRST).write(SETPOINT, 21))
        .isInstanceOfSatisfying(
            Written.Refused.class,
            refused -> assertThat(refused.fault()).isEqualTo(new Fault.Refused(3)));
    assertThat(device.line.sent()).hasSize(1);
  }

  /** Exception 4: the device failed while doing it, so some of it may be done. */
  @Test
  void aPumpThatFailedWhileDoingItMayHaveDoneIt() {
    device.refusesWith = 4;

    assertThat(device.pump(WordOrder.LOW_FIRST).write(SETPOINT, 21))
        .isInstanceOf(Written.Unknown.class);
  }

  @Test
  void silenceAfterAWriteIsUnknownAndNothingIsSentAgain() {
    device.fate = _ -> List.of();

    assertThat(device.pump(WordOrder.LOW_FIRST).write(SETPOINT, 21))
        .isInstanceOfSatisfying(
            Written.Unknown.class,
            unknown -> assertThat(unknown.fault()).isInstanceOf(Fault.NoAnswer.class));
    assertThat(device.line.sent()).hasSize(1);
    assertThat(device.words).as("it had taken effect").containsEntry(10, 21);
  }

  @Test
  void aLineThatBreaksAfterTheFrameWentOutLeavesTheOutcomeUnknown() {
    device.fate = _ -> List.of(new Breaks(SOON));

    assertThat(device.pump(WordOrder.LOW_FIRST).write(SETPOINT, 21))
        .isInstanceOf(Written.Unknown.class);
    assertThat(device.line.sent()).hasSize(1);
  }

  @Test
  void aReadingBackThatFailsLeavesTheOutcomeUnknown() {
    device.fate = cues -> device.line.sent().getLast().at(1) == 3 ? List.of() : cues;

    assertThat(device.pump(WordOrder.LOW_FIRST).write(SETPOINT, 21))
        .isInstanceOf(Written.Unknown.class);
    assertThat(device.writesSent()).isEqualTo(1);
  }

  @Test
  void onALineThatNeverFallsSilentNothingIsSent() {
    device.line.open();
    for (int i = 0; i < 4_000; i++) {
      device.line.cue(new Says(Duration.ofMillis(i), Frame.of(0x55)));
    }

    assertThat(device.pump(WordOrder.LOW_FIRST).write(SETPOINT, 21))
        .isInstanceOf(Written.NotSent.class);
    assertThat(device.line.sent()).isEmpty();
  }

  @Test
  void aReadOnlyRegisterIsABugOfTheCaller() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> device.pump(WordOrder.LOW_FIRST).write(SENSOR, 21))
        .withMessageContaining("read-only");
  }
}
