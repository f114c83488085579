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
import io.pumphouse.hal.modbus.Outcome.Refused;
import io.pumphouse.hal.modbus.Question.Read;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Space;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the bus believes and does not believe on RTU; no real time passes. */
class RtuBusTest {
  private static final Duration ANSWER_WITHIN = Duration.ofMillis(200);
  private static final Wiring.Serial WIRING =
      new Wiring.Serial("/dev/ttyUSB0", 9600, Wiring.Parity.NONE, 1);
  private static final Question FIRST = new Read(Space.HOLDING, 100, 2);
  private static final Question SECOND = new Read(Space.HOLDING, 200, 2);

  private final FakeTime time = new FakeTime();
  private final Deque<List<Cue>> replies = new ArrayDeque<>();
  private final ScriptedLine line =
      new ScriptedLine(time, _ -> replies.isEmpty() ? List.of() : replies.remove());
  private final ModbusBus bus =
      new ModbusBus(line, Framing.RTU, Timing.of(WIRING, ANSWER_WITHIN, Duration.ZERO), time);

  private static Frame answer(int unit, Question question, Integer... values) {
    return Framing.RTU.wrap(new Adu(0, unit, Replies.pdu(question, List.of(values))));
  }

  private void reply(long afterMillis, Frame bytes) {
    replies.add(List.of(new Says(Duration.ofMillis(afterMillis), bytes)));
  }

  private Fault faultOf(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Failed.class);
    assertThat(((Failed) outcome).next()).isNotBlank();
    return ((Failed) outcome).fault();
  }

  private static List<Integer> valuesOf(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Answered.class);
    return ((Answered) outcome).values();
  }

  private void nextQuestionIsAnswered() {
    reply(30, answer(1, SECOND, 21, 22));
    assertThat(valuesOf(bus.ask(1, SECOND))).containsExactly(21, 22);
  }

  @Test
  void aTimelyAnswerIsBelieved() {
    reply(30, answer(1, FIRST, 11, 12));

    assertThat(valuesOf(bus.ask(1, FIRST))).containsExactly(11, 12);
  }

  @Test
  void anAnswerInPiecesIsPutTogether() {
    Frame whole = answer(1, FIRST, 11, 12);
    replies.add(
        List.of(
            new Says(Duration.ofMillis(30), whole.slice(0, 1)),
            new Says(Duration.ofMillis(46), whole.slice(1, 4)),
            new Says(Duration.ofMillis(62), whole.slice(4, whole.length()))));

    assertThat(valuesOf(bus.ask(1, FIRST))).containsExactly(11, 12);
  }

  @Test
  void silenceIsNoAnswer() {
    assertThat(faultOf(bus.ask(1, FIRST))).isInstanceOf(Fault.NoAnswer.class);

    nextQuestionIsAnswered();
  }

  @Test
  void anExceptionIsARefusal() {
    reply(30, Framing.RTU.wrap(new Adu(0, 1, Replies.refusal(Function.READ_HOLDING_REGISTERS, 2))));

    assertThat(bus.ask(1, FIRST)).isEqualTo(new Refused(2, time.now()));
  }

  @Test
  void aLateAnswerOfTheSameShapeIsNotTakenForTheNext() {
    reply(300, answer(1, FIRST, 11, 12));
    assertThat(faultOf(bus.ask(1, FIRST))).isInstanceOf(Fault.NoAnswer.class);

    nextQuestionIsAnswered();
  }

  @Test
  void everyLateAnswerWithinTheBoundIsTold() {
    long bound = 2 * ANSWER_WITHIN.toMillis();
    for (long late = ANSWER_WITHIN.toMillis() + 30; late < bound; late++) {
      reply(late, answer(1, FIRST, 11, 12));
      assertThat(faultOf(bus.ask(1, FIRST))).as("%d ms", late).isInstanceOf(Fault.NoAnswer.class);

      nextQuestionIsAnswered();
    }
  }

  @Test
  void anAnswerBeyondTheBoundCannotBeTold() {
    // Not a wish but the limit that Timing states: who changes this must change the words there.
    reply(500, answer(1, FIRST, 11, 12));
    bus.ask(1, FIRST);

    assertThat(valuesOf(bus.ask(1, SECOND))).containsExactly(11, 12);
  }

  @Test
  void aLateAnswerOfAnotherShapeIsLateEvenBeyondTheBound() {
    reply(500, answer(1, FIRST, 11, 12));
    bus.ask(1, FIRST);

    assertThat(faultOf(bus.ask(1, new Read(Space.HOLDING, 200, 3)))).isEqualTo(new Fault.Late());
    nextQuestionIsAnswered();
  }

  @Test
  void answersThatAreAlwaysLateNeverShift() {
    for (int round = 0; round < 50; round++) {
      reply(300, answer(1, FIRST, 11, 12));
      assertThat(faultOf(bus.ask(1, FIRST))).isInstanceOf(Fault.NoAnswer.class);
      reply(300, answer(1, SECOND, 21, 22));
      assertThat(faultOf(bus.ask(1, SECOND))).isInstanceOf(Fault.NoAnswer.class);
    }
  }

  @Test
  void aDuplicateBeforeTheNextQuestionIsDropped() {
    Frame answer = answer(1, FIRST, 11, 12);
    replies.add(
        List.of(new Says(Duration.ofMillis(30), answer), new Says(Duration.ofMillis(90), answer)));
    assertThat(valuesOf(bus.ask(1, FIRST))).containsExactly(11, 12);
    time.advance(Duration.ofMillis(100));

    nextQuestionIsAnswered();
  }

  @Test
  void twoAnswersGluedTogetherAreGarbled() {
    Frame answer = answer(1, FIRST, 11, 12);
    reply(30, answer.plus(answer));

    assertThat(faultOf(bus.ask(1, FIRST))).isInstanceOf(Fault.Garbled.class);
    nextQuestionIsAnswered();
  }

  @Test
  void anotherUnitIsForeign() {
    reply(30, answer(7, FIRST, 11, 12));

    assertThat(faultOf(bus.ask(1, FIRST))).isEqualTo(new Fault.Foreign(7));
    nextQuestionIsAnswered();
  }

  @Test
  void aDamagedAnswerIsGarbled() {
    reply(30, Golden.frame("broken-bad-checksum"));

    assertThat(faultOf(bus.ask(Golden.UNIT, new Read(Space.INPUT, 8, 1))))
        .isEqualTo(new Fault.Garbled(Fault.Damage.CHECKSUM, "checksum F5F8, computed F4F8"));
    nextQuestionIsAnswered();
  }

  @Test
  void anAnswerThatBreaksOffIsGarbledWhereverItDoes() {
    Frame whole = answer(1, FIRST, 11, 12);
    for (int cut = 1; cut < whole.length(); cut++) {
      reply(30, whole.slice(0, cut));

      assertThat(faultOf(bus.ask(1, FIRST)))
          .isEqualTo(new Fault.Garbled(Fault.Damage.SHORT, "it broke off after " + cut + " bytes"));
      nextQuestionIsAnswered();
    }
  }

  @Test
  void anotherCountOrFunctionIsNoAnswerToThis() {
    reply(30, answer(1, new Read(Space.HOLDING, 100, 1), 11));
    assertThat(faultOf(bus.ask(1, FIRST))).isEqualTo(new Fault.Late());
    reply(30, answer(1, new Read(Space.INPUT, 100, 2), 11, 12));
    assertThat(faultOf(bus.ask(1, FIRST))).isEqualTo(new Fault.Late());

    nextQuestionIsAnswered();
  }

  @Test
  void aWriteThatEchoesAnotherValueIsNotConfirmed() {
    Question write = new Question.WriteOne(Space.HOLDING, 5, 50);
    reply(30, answer(1, new Question.WriteOne(Space.HOLDING, 5, 51)));

    assertThat(faultOf(bus.ask(1, write))).isEqualTo(new Fault.Late());
  }

  @Test
  void aLineThatNeverFallsSilentIsNotAskedAndNotWaitedForForever() {
    for (int at = 0; at < 10_000; at += 50) {
      line.cue(new Says(Duration.ofMillis(at), Frame.of(0x55)));
    }
    line.open();

    assertThat(faultOf(bus.ask(1, FIRST))).isInstanceOf(Fault.Garbled.class);
    assertThat(line.sent()).isEmpty();
  }

  @Test
  void theGapOfThreeAndAHalfCharactersIsKept() {
    reply(30, answer(1, FIRST, 11, 12));
    bus.ask(1, FIRST);
    long answered = time.nanos();
    reply(0, answer(1, SECOND, 21, 22));
    bus.ask(1, SECOND);

    // 3.5 characters of ten bits at 9600 baud.
    assertThat(time.nanos() - answered).isEqualTo(3_645_831);
  }

  @Test
  void aLineThatBreaksIsDownAndTheNextQuestionOpensIt() {
    replies.add(List.of(new Breaks(Duration.ofMillis(30))));

    assertThat(faultOf(bus.ask(1, FIRST))).isInstanceOf(Fault.LineDown.class);
    nextQuestionIsAnswered();
  }

  @Test
  void aLineThatBrokeWhileNobodyAskedCostsNoQuestion() {
    bus.ask(1, FIRST);
    line.cue(new Breaks(Duration.ZERO));

    nextQuestionIsAnswered();
  }
}
