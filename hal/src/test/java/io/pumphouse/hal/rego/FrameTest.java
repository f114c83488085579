package io.pumphouse.hal.rego;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.ScriptedLine;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.rego.Outcome.Answered;
import io.pumphouse.hal.rego.Parsed.Garbled;
import io.pumphouse.hal.rego.Parsed.Sound;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The codec, both ways, against frames that others wrote. */
class FrameTest {
  static Stream<Golden<?>> all() {
    return Golden.all();
  }

  static Stream<Golden<Integer>> numbers() {
    return Golden.numbers();
  }

  /** A slave that says what the worked examples say. */
  private static Listener slave() {
    Bench device = new Bench();
    Golden.numbers()
        .forEach(golden -> device.words.put(golden.question().request().address(), golden.says()));
    return new Listener(
        new Clerk(device, Addressing.asMapped(), List.of(Golden.ELECTRIC_CASSETTE)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void masterWritesTheQuestion(Golden<?> golden) {
    assertThat(golden.question().request().frame()).isEqualTo(golden.asked());
  }

  @ParameterizedTest
  @MethodSource("all")
  void slaveUnderstandsTheQuestion(Golden<?> golden) {
    assertThat(Request.of(golden.asked())).contains(golden.question().request());
  }

  @ParameterizedTest
  @MethodSource("all")
  void masterUnderstandsTheAnswer(Golden<?> golden) {
    assertThat(golden.answered().length()).isEqualTo(golden.question().answerLength());
    assertThat(says(golden)).isEqualTo(new Sound<>(golden.says()));
  }

  private static Parsed<?> says(Golden<?> golden) {
    return golden.question().parse(golden.answered());
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void slaveWritesTheAnswer(Golden<Integer> golden) {
    assertThat(slave().heard(golden.asked())).isEqualTo(golden.answered());
  }

  @Test
  void slaveWritesTheOtherAnswers() {
    assertThat(slave().heard(Golden.frame("version-question")))
        .isEqualTo(Golden.frame("version-answer"));
    assertThat(slave().heard(Golden.frame("heat-curve-question")))
        .isEqualTo(Golden.frame("heat-curve-answer"));
    assertThat(slave().heard(Golden.frame("previous-error-question")))
        .isEqualTo(Golden.frame("no-error-answer"));
  }

  @Test
  void slaveWritesAnErrorButForWhatNobodyHasExplained() {
    Frame known = Golden.frame("last-error-answer").slice(0, 33);

    assertThat(slave().heard(Golden.frame("last-error-question")).slice(0, 33)).isEqualTo(known);
  }

  @ParameterizedTest
  @MethodSource("all")
  void slaveUnderstandsAQuestionCutAnywhere(Golden<?> golden) {
    Frame whole = golden.asked();
    for (int cut = 1; cut < whole.length(); cut++) {
      Listener slave = slave();

      assertThat(slave.heard(whole.slice(0, cut))).isEqualTo(Frame.empty());
      assertThat(slave.isWithinRequest()).isTrue();
      assertThat(slave.heard(whole.slice(cut, whole.length())).length())
          .isEqualTo(golden.question().answerLength());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void masterUnderstandsAnAnswerCutAnywhere(Golden<?> golden) {
    Frame whole = golden.answered();
    for (int cut = 1; cut < whole.length(); cut++) {
      Frame head = whole.slice(0, cut);
      Frame tail = whole.slice(cut, whole.length());

      assertThat(outcome(golden.question(), head, tail))
          .isInstanceOfSatisfying(
              Answered.class, it -> assertThat(it.answer()).isEqualTo(golden.says()));
    }
  }

  private static Outcome<?> outcome(Question<?> question, Frame head, Frame tail) {
    FakeTime time = new FakeTime();
    ScriptedLine line =
        new ScriptedLine(
            time,
            _ ->
                List.of(
                    new Says(Duration.ofMillis(30), head), new Says(Duration.ofMillis(46), tail)));
    return new RegoBus(line, Bench.ANSWER_WITHIN, time, new Log()).ask(question);
  }

  @Test
  void everyNumberGoesThereAndBack() {
    for (int word = 0; word <= 0xFFFF; word++) {
      assertThat(Answers.parseWord(Answers.word(word))).isEqualTo(new Sound<>(word));
    }
  }

  @Test
  void aSensorThatIsNotFittedReadsMinus483() {
    assertThat(Answers.parseWord(Golden.frame("not-fitted-answer")))
        .isEqualTo(new Sound<>(0xFFFF & -483));
  }

  @Test
  void minusOneIsUnderstoodHoweverItsTopGroupIsWritten() {
    Request left = new Request(Command.WRITE_PANEL.code(), 0x0044, 0xFFFF);

    assertThat(left.frame()).isEqualTo(Golden.frame("wheel-left-question"));
    assertThat(Request.of(Golden.frame("wheel-left-question"))).contains(left);
    assertThat(Request.of(Golden.frame("wheel-left-sign-extended-question"))).contains(left);
  }

  @Test
  void everyFlippedBitIsFound() {
    Frame answer = Golden.frame("outdoor-answer");
    for (int bit = 0; bit < 8 * answer.length(); bit++) {
      assertThat(Answers.parseWord(flipped(answer, bit))).isInstanceOf(Garbled.class);
    }
  }

  /** How weak the check is, as its Javadoc has it; with the number the share changes little. */
  @Test
  void of780WaysToFlipTwoBits27Pass() {
    Frame answer = Golden.frame("gt1-answer");
    int passed = 0;
    for (int one = 0; one < 8 * answer.length(); one++) {
      for (int other = one + 1; other < 8 * answer.length(); other++) {
        Frame twice = flipped(flipped(answer, one), other);
        passed += Answers.parseWord(twice) instanceof Sound<Integer> ? 1 : 0;
      }
    }
    assertThat(passed).isEqualTo(27);
  }

  static Frame flipped(Frame frame, int bit) {
    byte[] bytes = frame.toBytes();
    bytes[bit / 8] ^= (byte) (1 << bit % 8);
    return Frame.of(bytes);
  }

  @Test
  void aQuestionWithAWrongCheckIsNotAnswered() {
    Frame question = Golden.frame("gt1-question");

    assertThat(slave().heard(flipped(question, 8 * 4))).isEqualTo(Frame.empty());
  }

  @Test
  void aQuestionIsFoundBehindGarbageAndBehindABrokenOne() {
    Frame question = Golden.frame("gt1-question");
    Frame answer = Golden.frame("gt1-answer");

    assertThat(slave().heard(Frame.of(0x55, 0x01).plus(question))).isEqualTo(answer);
    assertThat(slave().heard(question.slice(0, 5).plus(question))).isEqualTo(answer);
    assertThat(slave().heard(question.plus(question))).isEqualTo(answer.plus(answer));
  }

  @Test
  void halfAQuestionIsForgottenInSilence() {
    Listener slave = slave();
    slave.heard(Golden.frame("gt1-question").slice(0, 4));

    slave.silence();

    assertThat(slave.isWithinRequest()).isFalse();
    assertThat(slave.heard(Golden.frame("gt1-question"))).isEqualTo(Golden.frame("gt1-answer"));
  }

  @Test
  void whatTheDeviceHasNotReadsZeroAndWhatFailsIsSilence() {
    Bench device = new Bench();
    device.mute.add(7);
    Listener slave = new Listener(new Clerk(device, Addressing.asMapped(), List.of()));

    assertThat(slave.heard(new Question.Read(Space.TIMER, 6).request().frame()))
        .isEqualTo(Answers.word(0));
    assertThat(slave.heard(new Question.Read(Space.TIMER, 7).request().frame()))
        .isEqualTo(Frame.empty());
    assertThat(slave.heard(new Request(0x33, 0, 0).frame())).isEqualTo(Frame.empty());
  }
}
