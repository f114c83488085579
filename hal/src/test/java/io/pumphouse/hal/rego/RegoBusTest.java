package io.pumphouse.hal.rego;

import static io.pumphouse.hal.rego.Dialogue.FIRST;
import static io.pumphouse.hal.rego.Dialogue.LOG;
import static io.pumphouse.hal.rego.Dialogue.SECOND;
import static io.pumphouse.hal.rego.Dialogue.WRITE;
import static io.pumphouse.hal.rego.Dialogue.answerOf;
import static io.pumphouse.hal.rego.Dialogue.assertGarbled;
import static io.pumphouse.hal.rego.Dialogue.faultOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pumphouse.hal.line.Ending;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.ScriptedLine.Breaks;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.rego.Outcome.Answered;
import io.pumphouse.hal.rego.Outcome.Unasked;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the bus believes and does not believe; no real time passes. */
class RegoBusTest {
  private final Dialogue talk = new Dialogue();

  @Test
  void aTimelyAnswerIsBelieved() {
    talk.reply(30, Golden.frame("gt1-answer"));

    assertThat(answerOf(talk.bus.ask(FIRST))).isEqualTo(293);
    assertThat(talk.line.sent()).containsExactly(Golden.frame("gt1-question"));
  }

  @Test
  void anAnswerIsFromWhenItWasCompleteNotFromWhenItWasBelieved() {
    talk.reply(30, Answers.word(1));

    assertThat(talk.bus.ask(FIRST))
        .isInstanceOfSatisfying(
            Answered.class, it -> assertThat(it.at().sinceBoot()).isEqualTo(Duration.ofMillis(30)));
  }

  @Test
  void eightyMillisecondsPassBetweenAnAnswerAndTheNextCommand() {
    talk.reply(30, Answers.word(1));
    talk.bus.ask(FIRST);
    talk.reply(30, Answers.word(2));
    talk.bus.ask(SECOND);

    assertThat(pauseBeforeLast()).isEqualTo(Pacing.BETWEEN_COMMANDS);
  }

  private Duration pauseBeforeLast() {
    var before = talk.log.transactions.get(talk.log.transactions.size() - 2);
    Duration took = Pacing.onWire(Request.LENGTH).plus(before.took());
    return before.asked().ageAt(talk.log.last().asked()).minus(took);
  }

  @Test
  void anAnswerThatBreaksOffIsGarbledWhereverItDoes() {
    Frame whole = Golden.frame("last-error-answer");
    for (int cut = 1; cut < whole.length(); cut++) {
      talk.reply(30, whole.slice(0, cut));

      assertThat(faultOf(talk.bus.ask(LOG)))
          .isEqualTo(new Fault.Garbled(Fault.Damage.SHORT, "it broke off after " + cut + " bytes"));
      talk.nextQuestionIsAnswered();
    }
  }

  @Test
  void whatIsNoAnswerIsGarbled() {
    talk.reply(30, Frame.hex("02 00 02 25 27"));
    assertThat(faultOf(talk.bus.ask(FIRST)))
        .isEqualTo(new Fault.Garbled("it begins with 02, not 01"));
    talk.reply(30, Frame.hex("01 00 02 25 26"));
    assertThat(faultOf(talk.bus.ask(FIRST))).isEqualTo(new Fault.Garbled("check 26, computed 27"));
    talk.reply(30, Frame.hex("01 04 02 25 23"));
    assertGarbled(talk.bus.ask(FIRST));
    talk.reply(30, Frame.hex("01 00 82 25 A7"));
    assertGarbled(talk.bus.ask(FIRST));
    talk.reply(30, Frame.of(0x00));
    assertGarbled(talk.bus.ask(WRITE));

    talk.nextQuestionIsAnswered();
  }

  @Test
  void aStrayByteBeforeAnAnswerGarblesOnlyThat() {
    talk.reply(30, Frame.of(0x6C).plus(Answers.word(1)));

    assertGarbled(talk.bus.ask(FIRST));
    talk.nextQuestionIsAnswered();
  }

  @Test
  void ourOwnEchoIsNoAnswer() {
    talk.reply(5, FIRST.request().frame());

    assertGarbled(talk.bus.ask(FIRST));
    talk.nextQuestionIsAnswered();
  }

  @Test
  void aLineThatNeverFallsSilentIsNotAskedAndNotWaitedForForever() {
    for (int at = 0; at < 60_000; at += 500) {
      talk.line.cue(new Says(Duration.ofMillis(at), Frame.of(0x55)));
    }
    talk.line.open();

    assertThat(talk.bus.ask(FIRST)).isInstanceOf(Unasked.class);
    assertThat(talk.line.sent()).isEmpty();
    assertThat(talk.time.nanos()).isLessThan(Duration.ofSeconds(10).toNanos());
  }

  @Test
  void aLineThatBreaksWhileAskingIsDownAndTheNextQuestionOpensIt() {
    talk.replies.add(List.of(new Breaks(Duration.ofMillis(10))));

    assertThat(faultOf(talk.bus.ask(FIRST))).isInstanceOf(Fault.LineDown.class);
    talk.nextQuestionIsAnswered();
  }

  @Test
  void aLineThatBrokeWhileNobodyAskedCostsNoQuestion() {
    talk.nextQuestionIsAnswered();
    talk.line.cue(new Breaks(Duration.ZERO));

    talk.nextQuestionIsAnswered();
  }

  @Test
  void theWitnessHearsOfEverything() {
    talk.reply(30, Golden.frame("gt1-answer"));
    talk.bus.ask(FIRST);
    assertThat(talk.log.last().unit()).isZero();
    assertThat(talk.log.lastQuestion()).isEqualTo("read system 0x0209");
    assertThat(talk.log.last().sent()).isEqualTo(Golden.frame("gt1-question"));
    assertThat(talk.log.last().heard()).isEqualTo(Golden.frame("gt1-answer"));
    assertThat(talk.log.last().ending()).isEqualTo(new Ending.Good());

    talk.bus.ask(WRITE);
    assertThat(talk.log.lastQuestion()).isEqualTo("write 27 to system 0x0000");
    assertThat(talk.log.last().ending())
        .isInstanceOfSatisfying(
            Ending.Bad.class, it -> assertThat(it.fault()).isInstanceOf(Fault.NoAnswer.class));
  }

  @Test
  void theMeasuredTurnaroundGoesIntoTheLineTime() {
    Duration bare = talk.bus.lineTime(FIRST);
    // 14 bytes of ten bits at 19200 baud, and the pause.
    assertThat(bare.toNanos()).isCloseTo(87_291_666L, within(20L));

    talk.reply(7 + 50, Answers.word(1));
    talk.bus.ask(FIRST);

    assertThat(talk.bus.lineTime(FIRST)).isBetween(Duration.ofMillis(136), Duration.ofMillis(138));
  }
}
