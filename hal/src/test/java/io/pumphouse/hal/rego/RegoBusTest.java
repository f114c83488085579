package io.pumphouse.hal.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pumphouse.hal.line.Ending;
import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.ScriptedLine;
import io.pumphouse.hal.line.ScriptedLine.Breaks;
import io.pumphouse.hal.line.ScriptedLine.Cue;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.rego.Outcome.Answered;
import io.pumphouse.hal.rego.Outcome.Failed;
import io.pumphouse.hal.rego.Outcome.Unanswered;
import io.pumphouse.hal.rego.Outcome.Unasked;
import io.pumphouse.hal.rego.Question.Logged;
import io.pumphouse.hal.rego.Question.Read;
import io.pumphouse.hal.rego.Question.Write;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the bus believes and does not believe; no real time passes. */
class RegoBusTest {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
  private static final Read FIRST = new Read(Space.SYSTEM, 0x0209);
  private static final Read SECOND = new Read(Space.SYSTEM, 0x020A);
  private static final Write WRITE = new Write(Space.SYSTEM, 0, 27);
  private static final Logged LOG = new Logged(Question.Entry.LAST);
  private final FakeTime time = new FakeTime();
  private final Log log = new Log();
  private final Deque<List<Cue>> replies = new ArrayDeque<>();
  private final ScriptedLine line =
      new ScriptedLine(time, _ -> replies.isEmpty() ? List.of() : replies.remove());
  private final RegoBus bus = new RegoBus(line, ANSWER_WITHIN, time, log);

  private void reply(long afterMillis, Frame bytes) {
    replies.add(List.of(new Says(Duration.ofMillis(afterMillis), bytes)));
  }

  private static Fault faultOf(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Failed.class);
    return ((Failed<?>) outcome).trouble().fault();
  }

  private static void assertGarbled(Outcome<?> outcome) {
    assertThat(faultOf(outcome)).isInstanceOf(Fault.Garbled.class);
    assertThat(((Unanswered<?>) outcome).trouble().next()).isNotBlank();
  }

  private static Object answerOf(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Answered.class);
    return ((Answered<?>) outcome).answer();
  }

  private void nextQuestionIsAnswered() {
    reply(30, Answers.word(22));
    assertThat(answerOf(bus.ask(SECOND))).isEqualTo(22);
  }

  @Test
  void aTimelyAnswerIsBelieved() {
    reply(30, Golden.frame("gt1-answer"));

    assertThat(answerOf(bus.ask(FIRST))).isEqualTo(293);
    assertThat(line.sent()).containsExactly(Golden.frame("gt1-question"));
  }

  @Test
  void anAnswerIsFromWhenItWasCompleteNotFromWhenItWasBelieved() {
    reply(30, Answers.word(1));

    assertThat(bus.ask(FIRST))
        .isInstanceOfSatisfying(
            Answered.class, it -> assertThat(it.at().sinceBoot()).isEqualTo(Duration.ofMillis(30)));
  }

  @Test
  void eightyMillisecondsPassBetweenAnAnswerAndTheNextCommand() {
    reply(30, Answers.word(1));
    bus.ask(FIRST);
    reply(30, Answers.word(2));
    bus.ask(SECOND);

    assertThat(pauseBeforeLast()).isEqualTo(Pacing.BETWEEN_COMMANDS);
  }

  private Duration pauseBeforeLast() {
    var before = log.transactions.get(log.transactions.size() - 2);
    Duration took = Pacing.onWire(Request.LENGTH).plus(before.took());
    return before.asked().ageAt(log.last().asked()).minus(took);
  }

  @Test
  void anAnswerThatBreaksOffIsGarbledWhereverItDoes() {
    Frame whole = Golden.frame("last-error-answer");
    for (int cut = 1; cut < whole.length(); cut++) {
      reply(30, whole.slice(0, cut));

      assertThat(faultOf(bus.ask(LOG)))
          .isEqualTo(new Fault.Garbled(Fault.Damage.SHORT, "it broke off after " + cut + " bytes"));
      nextQuestionIsAnswered();
    }
  }

  @Test
  void whatIsNoAnswerIsGarbled() {
    reply(30, Frame.hex("02 00 02 25 27"));
    assertThat(faultOf(bus.ask(FIRST))).isEqualTo(new Fault.Garbled("it begins with 02, not 01"));
    reply(30, Frame.hex("01 00 02 25 26"));
    assertThat(faultOf(bus.ask(FIRST))).isEqualTo(new Fault.Garbled("check 26, computed 27"));
    reply(30, Frame.hex("01 04 02 25 23"));
    assertGarbled(bus.ask(FIRST));
    reply(30, Frame.hex("01 00 82 25 A7"));
    assertGarbled(bus.ask(FIRST));
    reply(30, Frame.of(0x00));
    assertGarbled(bus.ask(WRITE));

    nextQuestionIsAnswered();
  }

  @Test
  void aStrayByteBeforeAnAnswerGarblesOnlyThat() {
    reply(30, Frame.of(0x6C).plus(Answers.word(1)));

    assertGarbled(bus.ask(FIRST));
    nextQuestionIsAnswered();
  }

  @Test
  void ourOwnEchoIsNoAnswer() {
    reply(5, FIRST.request().frame());

    assertGarbled(bus.ask(FIRST));
    nextQuestionIsAnswered();
  }

  @Test
  void aLineThatNeverFallsSilentIsNotAskedAndNotWaitedForForever() {
    for (int at = 0; at < 60_000; at += 500) {
      line.cue(new Says(Duration.ofMillis(at), Frame.of(0x55)));
    }
    line.open();

    assertThat(bus.ask(FIRST)).isInstanceOf(Unasked.class);
    assertThat(line.sent()).isEmpty();
    assertThat(time.nanos()).isLessThan(Duration.ofSeconds(10).toNanos());
  }

  @Test
  void aLineThatBreaksWhileAskingIsDownAndTheNextQuestionOpensIt() {
    replies.add(List.of(new Breaks(Duration.ofMillis(10))));

    assertThat(faultOf(bus.ask(FIRST))).isInstanceOf(Fault.LineDown.class);
    nextQuestionIsAnswered();
  }

  @Test
  void aLineThatBrokeWhileNobodyAskedCostsNoQuestion() {
    nextQuestionIsAnswered();
    line.cue(new Breaks(Duration.ZERO));

    nextQuestionIsAnswered();
  }

  @Test
  void theWitnessHearsOfEverything() {
    reply(30, Golden.frame("gt1-answer"));
    bus.ask(FIRST);
    assertThat(log.last().unit()).isZero();
    assertThat(log.lastQuestion()).isEqualTo("read system 0x0209");
    assertThat(log.last().sent()).isEqualTo(Golden.frame("gt1-question"));
    assertThat(log.last().heard()).isEqualTo(Golden.frame("gt1-answer"));
    assertThat(log.last().ending()).isEqualTo(new Ending.Good());

    bus.ask(WRITE);
    assertThat(log.lastQuestion()).isEqualTo("write 27 to system 0x0000");
    assertThat(log.last().ending())
        .isInstanceOfSatisfying(
            Ending.Bad.class, it -> assertThat(it.fault()).isInstanceOf(Fault.NoAnswer.class));
  }

  @Test
  void theMeasuredTurnaroundGoesIntoTheLineTime() {
    Duration bare = bus.lineTime(FIRST);
    // 14 bytes of ten bits at 19200 baud, and the pause.
    assertThat(bare.toNanos()).isCloseTo(87_291_666L, within(20L));

    reply(7 + 50, Answers.word(1));
    bus.ask(FIRST);

    assertThat(bus.lineTime(FIRST)).isBetween(Duration.ofMillis(136), Duration.ofMillis(138));
  }
}
