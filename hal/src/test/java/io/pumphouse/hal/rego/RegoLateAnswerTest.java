package io.pumphouse.hal.rego;

import static io.pumphouse.hal.rego.Dialogue.FIRST;
import static io.pumphouse.hal.rego.Dialogue.LOG;
import static io.pumphouse.hal.rego.Dialogue.SECOND;
import static io.pumphouse.hal.rego.Dialogue.WRITE;
import static io.pumphouse.hal.rego.Dialogue.answerOf;
import static io.pumphouse.hal.rego.Dialogue.assertGarbled;
import static io.pumphouse.hal.rego.Dialogue.faultOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.reading.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers that come late, or twice, and how far they can be told. */
class RegoLateAnswerTest {
  private final Dialogue talk = new Dialogue();

  @Test
  void silenceIsNoAnswerAndNothingIsRepeated() {
    assertThat(faultOf(talk.bus.ask(FIRST))).isInstanceOf(Fault.NoAnswer.class);

    assertThat(talk.line.sent()).hasSize(1);
    talk.nextQuestionIsAnswered();
  }

  @Test
  void aSilentPumpIsGivenTheTimeItWasPromised() {
    talk.reply(2_000, Answers.word(7));

    assertThat(answerOf(talk.bus.ask(FIRST))).isEqualTo(7);
  }

  @Test
  void everyLateAnswerWithinTheBoundIsHeardAndNotBelieved() {
    for (int late = 2_010; late < 4_000; late += 10) {
      talk.reply(late, Answers.word(11));
      assertThat(faultOf(talk.bus.ask(FIRST))).as("%d ms", late).isInstanceOf(Fault.NoAnswer.class);

      talk.nextQuestionIsAnswered();
      assertThat(talk.log.overheard.getLast()).isEqualTo(Answers.word(11));
    }
  }

  @Test
  void anAnswerBeyondTheBoundCannotBeTold() {
    // Not a wish but the limit that Pacing states: who changes this must change the words there.
    talk.reply(4_050, Answers.word(11));
    talk.bus.ask(FIRST);

    assertThat(answerOf(talk.bus.ask(SECOND))).isEqualTo(11);
  }

  @Test
  void aLateAnswerOfAnotherLengthIsGarbledEvenBeyondTheBound() {
    talk.reply(4_050, Golden.frame("no-error-answer"));
    talk.bus.ask(LOG);

    assertGarbled(talk.bus.ask(SECOND));
    talk.nextQuestionIsAnswered();
  }

  @Test
  void bytesThatNobodyAskedForAreDroppedBeforeAsking() {
    talk.line.open();
    talk.line.cue(new Says(Duration.ZERO, Answers.word(99)));

    talk.nextQuestionIsAnswered();
    assertThat(talk.log.overheard).containsExactly(Answers.word(99));
  }

  @Test
  void aRepeatedAnswerIsNotTakenForTheNext() {
    for (int again = 0; again < 80; again++) {
      talk.replies.add(
          List.of(
              new Says(Duration.ofMillis(30), Answers.word(11)),
              new Says(Duration.ofMillis(30 + again), Answers.word(11))));

      assertGarbled(talk.bus.ask(FIRST));
      talk.nextQuestionIsAnswered();
    }
  }

  @Test
  void aWriteIsNotDoneBecauseAnAnswerToAReadBeginsAlike() {
    talk.replies.add(
        List.of(
            new Says(Duration.ofMillis(30), Answers.done()),
            new Says(Duration.ofMillis(46), Answers.word(5).slice(1, 5))));

    assertGarbled(talk.bus.ask(WRITE));
  }
}
