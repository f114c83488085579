package io.pumphouse.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.ScriptedLine;
import io.pumphouse.hal.line.ScriptedLine.Breaks;
import io.pumphouse.hal.line.ScriptedLine.Cue;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.modbus.Outcome.Answered;
import io.pumphouse.hal.modbus.Outcome.Failed;
import io.pumphouse.hal.modbus.Question.Read;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Space;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What the bus believes and does not believe on TCP; no real time passes. */
class TcpBusTest {
  private static final Duration ANSWER_WITHIN = Duration.ofMillis(200);
  private static final Question FIRST = new Read(Space.INPUT, 100, 2);
  private static final Question SECOND = new Read(Space.INPUT, 200, 2);

  private final FakeTime time = new FakeTime();
  private final Deque<Function<Frame, List<Cue>>> replies = new ArrayDeque<>();
  private final ScriptedLine line =
      new ScriptedLine(time, sent -> replies.isEmpty() ? List.of() : replies.remove().apply(sent));
  private final ModbusBus bus =
      new ModbusBus(
          line,
          Framing.TCP,
          Timing.of(new Wiring.Tcp("192.0.2.10", 502), ANSWER_WITHIN, Duration.ZERO),
          time);

  /** An answer with the transaction number of this question. */
  private static Frame answer(Frame sent, Question question, Integer... values) {
    return Framing.TCP.wrap(new Adu(sent.u16(0), 1, Replies.pdu(question, List.of(values))));
  }

  private static Cue says(long afterMillis, Frame bytes) {
    return new Says(Duration.ofMillis(afterMillis), bytes);
  }

  private static Fault faultOf(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Failed.class);
    return ((Failed) outcome).fault();
  }

  private static List<Integer> valuesOf(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Answered.class);
    return ((Answered) outcome).values();
  }

  private void nextQuestionIsAnswered() {
    replies.add(sent -> List.of(says(30, answer(sent, SECOND, 21, 22))));
    assertThat(valuesOf(bus.ask(1, SECOND))).containsExactly(21, 22);
  }

  @Test
  void aTimelyAnswerIsBelieved() {
    nextQuestionIsAnswered();
  }

  @Test
  void aLateAnswerOfTheSameShapeIsSkippedHoweverLate() {
    replies.add(sent -> List.of(says(1_000, answer(sent, FIRST, 11, 12))));
    bus.ask(1, FIRST);
    time.advance(Duration.ofMillis(700));
    replies.add(sent -> List.of(says(150, answer(sent, SECOND, 21, 22))));

    assertThat(valuesOf(bus.ask(1, SECOND))).containsExactly(21, 22);
  }

  @Test
  void onlyALateAnswerIsLate() {
    replies.add(sent -> List.of(says(300, answer(sent, FIRST, 11, 12))));
    bus.ask(1, FIRST);

    assertThat(faultOf(bus.ask(1, SECOND))).isEqualTo(new Fault.Late());
    nextQuestionIsAnswered();
  }

  @Test
  void aLateAnswerGluedToTheRightOneIsSkipped() {
    Frame[] kept = {Frame.empty()};
    replies.add(
        sent -> {
          kept[0] = answer(sent, FIRST, 11, 12);
          return List.of();
        });
    bus.ask(1, FIRST);
    replies.add(sent -> List.of(says(30, kept[0].plus(answer(sent, SECOND, 21, 22)))));

    assertThat(valuesOf(bus.ask(1, SECOND))).containsExactly(21, 22);
  }

  @Test
  void aDuplicateIsDropped() {
    replies.add(
        sent -> {
          Frame answer = answer(sent, FIRST, 11, 12);
          return List.of(says(30, answer.plus(answer)), says(60, answer));
        });
    assertThat(valuesOf(bus.ask(1, FIRST))).containsExactly(11, 12);

    nextQuestionIsAnswered();
  }

  @Test
  void silenceIsNoAnswerAndTheConnectionStays() {
    assertThat(faultOf(bus.ask(1, FIRST))).isEqualTo(new Fault.NoAnswer(ANSWER_WITHIN));

    nextQuestionIsAnswered();
  }

  @Test
  void aConnectionOnWhichNobodyAnswersIsGivenUp() {
    for (int question = 1; question <= 3; question++) {
      assertThat(faultOf(bus.ask(1, FIRST))).isInstanceOf(Fault.NoAnswer.class);
    }

    assertThat(line.hear(Duration.ZERO)).isInstanceOf(io.pumphouse.hal.line.Line.Broken.class);
    nextQuestionIsAnswered();
  }

  @Test
  void anotherUnitIsForeign() {
    replies.add(
        sent ->
            List.of(
                says(
                    30,
                    Framing.TCP.wrap(
                        new Adu(sent.u16(0), 9, Replies.pdu(FIRST, List.of(11, 12)))))));

    assertThat(faultOf(bus.ask(1, FIRST))).isEqualTo(new Fault.Foreign(9));
    nextQuestionIsAnswered();
  }

  @Test
  void anAnswerThatDoesNotFitIsGarbled() {
    replies.add(sent -> List.of(says(30, answer(sent, new Read(Space.INPUT, 100, 1), 11))));

    assertThat(faultOf(bus.ask(1, FIRST))).isInstanceOf(Fault.Garbled.class);
    nextQuestionIsAnswered();
  }

  @Test
  void whatIsNotModbusIsGarbledAndTheConnectionIsMadeAnew() {
    replies.add(_ -> List.of(says(30, Golden.frame("broken-tcp-protocol"))));

    assertThat(faultOf(bus.ask(1, FIRST))).isEqualTo(new Fault.Garbled("protocol 1 instead of 0"));
    nextQuestionIsAnswered();
  }

  @Test
  void anAnswerThatBreaksOffIsGarbledWhereverItDoes() {
    for (int length = 1; length < 13; length++) {
      int cut = length;
      replies.add(sent -> List.of(says(30, answer(sent, FIRST, 11, 12).slice(0, cut))));

      assertThat(faultOf(bus.ask(1, FIRST))).isInstanceOf(Fault.Garbled.class);
      nextQuestionIsAnswered();
    }
  }

  @Test
  void aConnectionClosedByTheOtherEndIsDown() {
    replies.add(_ -> List.of(new Breaks(Duration.ofMillis(10))));

    assertThat(faultOf(bus.ask(1, FIRST))).isInstanceOf(Fault.LineDown.class);
    nextQuestionIsAnswered();
  }

  @Test
  void aConnectionClosedWhileNobodyAskedCostsNoQuestion() {
    nextQuestionIsAnswered();
    line.cue(new Breaks(Duration.ZERO));

    nextQuestionIsAnswered();
  }
}
