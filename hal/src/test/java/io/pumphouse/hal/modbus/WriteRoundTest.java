package io.pumphouse.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.ScriptedLine;
import io.pumphouse.hal.line.ScriptedLine.Breaks;
import io.pumphouse.hal.line.ScriptedLine.Cue;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.Quirk;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.Wire;
import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.reading.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One write is one frame on the line, and what it came to is told from the answers alone. */
class WriteRoundTest {
  private static final RegisterId SETPOINT = new RegisterId("setpoint");
  private static final RegisterId WIDE = new RegisterId("wide");
  private static final RegisterId SWITCH = new RegisterId("switch");
  private static final RegisterId RESET = new RegisterId("reset");
  private static final RegisterId SENSOR = new RegisterId("sensor");
  private static final Duration SOON = Duration.ofMillis(20);

  private final FakeTime time = new FakeTime();
  private final Map<Integer, Integer> words = new HashMap<>();
  private final RegisterBank bank = new Cellar();
  private final RtuListener slave = new RtuListener(1, new Clerk(bank));
  private UnaryOperator<List<Cue>> fate = cues -> cues;
  private boolean isDeaf;
  private int refusesWith;
  private final ScriptedLine line = new ScriptedLine(time, sent -> fate.apply(answer(sent)));

  private List<Cue> answer(Frame sent) {
    return slave.heard(sent) instanceof Turn.Answering(Frame answer)
        ? List.of(new Says(SOON, answer))
        : List.of();
  }

  /** Registers that keep what is written, unless told to take no notice or to refuse. */
  private final class Cellar implements RegisterBank {
    @Override
    public Answer read(Space space, int address, int count) {
      return new Values(
          IntStream.range(address, address + count)
              .mapToObj(at -> words.getOrDefault(at, 0))
              .toList());
    }

    @Override
    public Answer write(Space space, int address, List<Integer> values) {
      if (refusesWith > 0) {
        return new Refusal(refusesWith);
      }
      for (int i = 0; i < values.size() && !isDeaf; i++) {
        words.put(address + i, values.get(i));
      }
      return new Values(values);
    }
  }

  private ModbusPump pump(WordOrder order, Quirk... quirks) {
    Model model =
        new Model(
            "bench",
            "Bench",
            Set.of(Wire.RTU),
            order,
            20,
            20,
            Duration.ZERO,
            Duration.ofMillis(500),
            List.of(),
            2,
            List.of(0),
            Set.of(quirks),
            Map.of());
    List<Register> rows =
        List.of(
            row(SETPOINT, Space.HOLDING, 10, RegisterType.S16, true),
            row(WIDE, Space.HOLDING, 20, RegisterType.S32, true),
            row(SWITCH, Space.COIL, 30, RegisterType.BIT, true),
            row(RESET, Space.HOLDING, 40, RegisterType.U8, true),
            row(SENSOR, Space.INPUT, 50, RegisterType.S16, false));
    RegisterMap map = new RegisterMap(model, rows, Map.of(Metric.ALARM_RESET, RESET));
    Wiring wiring = new Wiring.Serial("/dev/ttyUSB0", 9600, Wiring.Parity.NONE, 1);
    Timing timing = Timing.of(wiring, Duration.ofMillis(500), Duration.ZERO);
    return new ModbusPump(new ModbusBus(line, Framing.RTU, timing, time), 1, map);
  }

  private static Register row(
      RegisterId id, Space space, int address, RegisterType type, boolean isWritable) {
    return new Register(
        id,
        space,
        address,
        type,
        BigDecimal.ONE,
        Unit.NONE,
        isWritable,
        type.lowest(),
        type.highest(),
        Set.of(),
        id.name(),
        "test");
  }

  /** Everything after the unit, as it went out, without the checksum. */
  private List<String> sent() {
    return line.sent().stream()
        .map(frame -> frame.slice(1, frame.length() - 2).toString())
        .toList();
  }

  private long writesSent() {
    return line.sent().stream().filter(frame -> frame.at(1) > 4).count();
  }

  @Test
  void oneRegisterGoesByFunction6AndIsReadBack() {
    Written written = pump(WordOrder.LOW_FIRST).write(SETPOINT, -38);

    assertThat(written).isInstanceOfSatisfying(Written.Done.class, done -> same(done.raw(), -38));
    assertThat(sent()).containsExactly("06 00 0A FF DA", "03 00 0A 00 01");
  }

  private static void same(long actual, long expected) {
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void a32BitNumberGoesByFunction16InTheOrderOfTheModel() {
    assertThat(pump(WordOrder.LOW_FIRST).write(WIDE, 0x12345)).isInstanceOf(Written.Done.class);
    assertThat(pump(WordOrder.HIGH_FIRST).write(WIDE, 0x12345)).isInstanceOf(Written.Done.class);

    assertThat(sent())
        .containsExactly(
            "10 00 14 00 02 04 23 45 00 01",
            "03 00 14 00 02",
            "10 00 14 00 02 04 00 01 23 45",
            "03 00 14 00 02");
  }

  @Test
  void whereFunction6DoesNotWorkOneRegisterGoesByFunction16() {
    pump(WordOrder.LOW_FIRST, Quirk.WRITE_MULTIPLE).write(SETPOINT, 21);

    assertThat(sent()).startsWith("10 00 0A 00 01 02 00 15");
  }

  @Test
  void aCoilGoesByFunction5() {
    assertThat(pump(WordOrder.LOW_FIRST).write(SWITCH, 1)).isInstanceOf(Written.Done.class);
    assertThat(sent()).containsExactly("05 00 1E FF 00", "01 00 1E 00 01");
  }

  @Test
  void aPumpThatSaysYesAndDoesNothingIsFoundOut() {
    words.put(10, 19);
    isDeaf = true;

    assertThat(pump(WordOrder.LOW_FIRST).write(SETPOINT, 21))
        .isInstanceOfSatisfying(Written.Ignored.class, ignored -> same(ignored.raw(), 19));
    assertThat(writesSent()).isEqualTo(1);
  }

  @Test
  void anAlarmResetIsAButtonAndIsNotReadBack() {
    isDeaf = true;

    assertThat(pump(WordOrder.LOW_FIRST).write(RESET, 1)).isInstanceOf(Written.Done.class);
    assertThat(sent()).containsExactly("06 00 28 00 01");
  }

  @Test
  void aRefusalChangedNothing() {
    refusesWith = 3;

    assertThat(pump(WordOrder.LOW_FIRST).write(SETPOINT, 21))
        .isInstanceOfSatisfying(
            Written.Refused.class,
            refused -> assertThat(refused.fault()).isEqualTo(new Fault.Refused(3)));
    assertThat(line.sent()).hasSize(1);
  }

  /** Exception 4: the device failed while doing it, so some of it may be done. */
  @Test
  void aPumpThatFailedWhileDoingItMayHaveDoneIt() {
    refusesWith = 4;

    assertThat(pump(WordOrder.LOW_FIRST).write(SETPOINT, 21)).isInstanceOf(Written.Unknown.class);
  }

  @Test
  void silenceAfterAWriteIsUnknownAndNothingIsSentAgain() {
    fate = _ -> List.of();

    assertThat(pump(WordOrder.LOW_FIRST).write(SETPOINT, 21))
        .isInstanceOfSatisfying(
            Written.Unknown.class,
            unknown -> assertThat(unknown.fault()).isInstanceOf(Fault.NoAnswer.class));
    assertThat(line.sent()).hasSize(1);
    assertThat(words).as("it had taken effect").containsEntry(10, 21);
  }

  @Test
  void aLineThatBreaksAfterTheFrameWentOutLeavesTheOutcomeUnknown() {
    fate = _ -> List.of(new Breaks(SOON));

    assertThat(pump(WordOrder.LOW_FIRST).write(SETPOINT, 21)).isInstanceOf(Written.Unknown.class);
    assertThat(line.sent()).hasSize(1);
  }

  @Test
  void aReadingBackThatFailsLeavesTheOutcomeUnknown() {
    fate = cues -> line.sent().getLast().at(1) == 3 ? List.of() : cues;

    assertThat(pump(WordOrder.LOW_FIRST).write(SETPOINT, 21)).isInstanceOf(Written.Unknown.class);
    assertThat(writesSent()).isEqualTo(1);
  }

  @Test
  void onALineThatNeverFallsSilentNothingIsSent() {
    line.open();
    for (int i = 0; i < 4_000; i++) {
      line.cue(new Says(Duration.ofMillis(i), Frame.of(0x55)));
    }

    assertThat(pump(WordOrder.LOW_FIRST).write(SETPOINT, 21)).isInstanceOf(Written.NotSent.class);
    assertThat(line.sent()).isEmpty();
  }

  @Test
  void aReadOnlyRegisterIsABugOfTheCaller() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pump(WordOrder.LOW_FIRST).write(SENSOR, 21))
        .withMessageContaining("read-only");
  }
}
