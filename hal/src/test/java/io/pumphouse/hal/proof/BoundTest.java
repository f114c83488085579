package io.pumphouse.hal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.ScriptedLine;
import io.pumphouse.hal.line.ScriptedLine.Cue;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.modbus.Framing;
import io.pumphouse.hal.modbus.ModbusBus;
import io.pumphouse.hal.modbus.Outcome;
import io.pumphouse.hal.modbus.Outcome.Answered;
import io.pumphouse.hal.modbus.Outcome.Failed;
import io.pumphouse.hal.modbus.Question;
import io.pumphouse.hal.modbus.Timing;
import io.pumphouse.hal.reading.Space;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Where the promises of {@link Timing} end, and that they end nowhere else. The first answer says
 * 11, the second would say 22; the questions have one shape.
 */
class BoundTest {
  private static final int UNIT = 1;
  private static final int READ_INPUT = 4;
  private static final Question FIRST = new Question.Read(Space.INPUT, 0, 1);
  private static final Question SECOND = new Question.Read(Space.INPUT, 100, 1);
  private static final Timing RTU = ModbusWires.rtu().timing();
  private static final Timing TCP = ModbusWires.tcp().timing();

  /** How long a timed-out first question keeps the bus from asking the second. */
  private static final Duration BOUND =
      RTU.answerWithin().plus(RTU.perByte().multipliedBy(8 + 7)).plus(RTU.quiet());

  private final FakeTime time = new FakeTime();
  private final Deque<List<Cue>> script = new ArrayDeque<>();

  private ModbusBus bus(Framing framing, Timing timing) {
    ScriptedLine line = new ScriptedLine(time, _ -> script.isEmpty() ? List.of() : script.remove());
    return new ModbusBus(line, framing, timing, time);
  }

  private static Frame rtu(int unit, int word) {
    return ModbusFrames.RTU.wrap(0, unit, ModbusFrames.readAnswer(READ_INPUT, List.of(word)));
  }

  private static Frame tcp(int transaction, int word) {
    Frame pdu = ModbusFrames.readAnswer(READ_INPUT, List.of(word));
    return ModbusFrames.TCP.wrap(transaction, UNIT, pdu);
  }

  private static Says after(Duration time, Frame bytes) {
    return new Says(time, bytes);
  }

  private static void assertBelieved(Outcome outcome, int word) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Answered.class, it -> assertThat(it.values()).containsExactly(word));
  }

  @Test
  void anAnswerJustWithinTheBoundIsNotTakenForTheNext() {
    script.add(List.of(after(BOUND.minusNanos(1), rtu(UNIT, 11))));
    script.add(List.of(after(Duration.ofMillis(20), rtu(UNIT, 22))));
    ModbusBus bus = bus(Framing.RTU, RTU);
    bus.ask(UNIT, FIRST);

    assertBelieved(bus.ask(UNIT, SECOND), 22);
  }

  /** Nothing in an RTU answer could tell it; this is what a longer answer time is for. */
  @Test
  void anAnswerBeyondTheBoundIsTakenForTheNext() {
    script.add(List.of(after(BOUND.plusMillis(1), rtu(UNIT, 11))));
    ModbusBus bus = bus(Framing.RTU, RTU);
    bus.ask(UNIT, FIRST);

    assertBelieved(bus.ask(UNIT, SECOND), 11);
  }

  @Test
  void aRepetitionWithinTheGapIsNotTakenForTheNext() {
    Duration answered = Duration.ofMillis(20);
    script.add(
        List.of(
            after(answered, rtu(UNIT, 11)),
            after(answered.plus(RTU.gap()).minusNanos(1), rtu(UNIT, 11))));
    script.add(List.of(after(answered, rtu(UNIT, 22))));
    ModbusBus bus = bus(Framing.RTU, RTU);
    bus.ask(UNIT, FIRST);

    assertBelieved(bus.ask(UNIT, SECOND), 22);
  }

  /** A slave that says everything twice with a pause in between is beyond help. */
  @Test
  void aRepetitionAfterTheGapIsTakenForTheNext() {
    Duration answered = Duration.ofMillis(20);
    script.add(
        List.of(
            after(answered, rtu(UNIT, 11)),
            after(answered.plus(RTU.gap()).plusMillis(1), rtu(UNIT, 11))));
    ModbusBus bus = bus(Framing.RTU, RTU);
    bus.ask(UNIT, FIRST);

    assertBelieved(bus.ask(UNIT, SECOND), 11);
  }

  @Test
  void theBoundHoldsAlsoWhenSomebodyElsesFrameEndedTheWait() {
    script.add(
        List.of(
            after(Duration.ofMillis(20), rtu(UNIT + 1, 99)),
            after(RTU.answerWithin().plusMillis(50), rtu(UNIT, 11))));
    ModbusBus bus = bus(Framing.RTU, RTU);
    bus.ask(UNIT, FIRST);

    assertThat(bus.ask(UNIT, SECOND)).isInstanceOf(Failed.class);
  }

  @Test
  void halfAFrameLeftOverOnTcpDoesNotCostTheNextQuestion() {
    Duration answered = Duration.ofMillis(20);
    script.add(
        List.of(
            after(answered, tcp(1, 11)), after(answered.plusMillis(1), tcp(1, 11).slice(0, 9))));
    script.add(List.of(after(answered, tcp(2, 22))));
    ModbusBus bus = bus(Framing.TCP, TCP);
    bus.ask(UNIT, FIRST);
    time.advance(Duration.ofSeconds(1));

    assertBelieved(bus.ask(UNIT, SECOND), 22);
  }
}
