package io.pumphouse.hal.rego;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.ScriptedLine;
import io.pumphouse.hal.line.ScriptedLine.Cue;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.rego.Outcome.Answered;
import io.pumphouse.hal.rego.Outcome.Failed;
import io.pumphouse.hal.rego.Outcome.Unanswered;
import io.pumphouse.hal.rego.Question.Logged;
import io.pumphouse.hal.rego.Question.Read;
import io.pumphouse.hal.rego.Question.Write;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers that come late, or twice, and how far they can be told. */
class RegoLateAnswerTest {
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
  void silenceIsNoAnswerAndNothingIsRepeated() {
    assertThat(faultOf(bus.ask(FIRST))).isInstanceOf(Fault.NoAnswer.class);

    assertThat(line.sent()).hasSize(1);
    nextQuestionIsAnswered();
  }

  @Test
  void aSilentPumpIsGivenTheTimeItWasPromised() {
    reply(2_000, Answers.word(7));

    assertThat(answerOf(bus.ask(FIRST))).isEqualTo(7);
  }

  @Test
  void everyLateAnswerWithinTheBoundIsHeardAndNotBelieved() {
    for (int late = 2_010; late < 4_000; late += 10) {
      reply(late, Answers.word(11));
      assertThat(faultOf(bus.ask(FIRST))).as("%d ms", late).isInstanceOf(Fault.NoAnswer.class);

      nextQuestionIsAnswered();
      assertThat(log.overheard.getLast()).isEqualTo(Answers.word(11));
    }
  }

  @Test
  void anAnswerBeyondTheBoundCannotBeTold() {
    // Not a wish but the limit that Pacing states: who changes this must change the words there.
    reply(4_050, Answers.word(11));
    bus.ask(FIRST);

    assertThat(answerOf(bus.ask(SECOND))).isEqualTo(11);
  }

  @Test
  void aLateAnswerOfAnotherLengthIsGarbledEvenBeyondTheBound() {
    reply(4_050, Golden.frame("no-error-answer"));
    bus.ask(LOG);

    assertGarbled(bus.ask(SECOND));
    nextQuestionIsAnswered();
  }

  @Test
  void bytesThatNobodyAskedForAreDroppedBeforeAsking() {
    line.open();
    line.cue(new Says(Duration.ZERO, Answers.word(99)));

    nextQuestionIsAnswered();
    assertThat(log.overheard).containsExactly(Answers.word(99));
  }

  @Test
  void aRepeatedAnswerIsNotTakenForTheNext() {
    for (int again = 0; again < 80; again++) {
      replies.add(
          List.of(
              new Says(Duration.ofMillis(30), Answers.word(11)),
              new Says(Duration.ofMillis(30 + again), Answers.word(11))));

      assertGarbled(bus.ask(FIRST));
      nextQuestionIsAnswered();
    }
  }

  @Test
  void aWriteIsNotDoneBecauseAnAnswerToAReadBeginsAlike() {
    replies.add(
        List.of(
            new Says(Duration.ofMillis(30), Answers.done()),
            new Says(Duration.ofMillis(46), Answers.word(5).slice(1, 5))));

    assertGarbled(bus.ask(WRITE));
  }
}
