package io.pumphouse.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.modbus.Outcome.Answered;
import io.pumphouse.hal.modbus.Outcome.Refused;
import io.pumphouse.hal.modbus.Parsed.Complete;
import io.pumphouse.hal.modbus.Parsed.Garbled;
import io.pumphouse.hal.modbus.Parsed.Incomplete;
import io.pumphouse.hal.modbus.Question.Read;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Space;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both framings against frames that others wrote. */
class FramingTest {
  private static final Moment AT = new Moment(Instant.EPOCH, Duration.ZERO);

  static Stream<Arguments> golden() {
    return Golden.all()
        .flatMap(
            golden -> Stream.of(Framing.values()).map(framing -> Arguments.of(golden, framing)));
  }

  private static int transaction(Framing framing) {
    return framing == Framing.TCP ? Golden.TRANSACTION : 0;
  }

  private static Adu whole(Framing framing, Direction direction, Frame frame) {
    Parsed parsed = framing.parse(direction, frame);
    assertThat(parsed).isInstanceOf(Complete.class);
    assertThat(((Complete) parsed).consumed()).isEqualTo(frame.length());
    return ((Complete) parsed).adu();
  }

  @ParameterizedTest
  @MethodSource("golden")
  void masterWritesTheQuestion(Golden golden, Framing framing) {
    Adu adu = new Adu(transaction(framing), Golden.UNIT, Questions.pdu(golden.question()));

    assertThat(framing.wrap(adu)).isEqualTo(golden.question(framing));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void slaveUnderstandsTheQuestion(Golden golden, Framing framing) {
    Adu adu = whole(framing, Direction.QUESTION, golden.question(framing));

    assertThat(adu.unit()).isEqualTo(Golden.UNIT);
    assertThat(adu.transaction()).isEqualTo(transaction(framing));
    assertThat(Asked.of(adu.pdu())).isEqualTo(new Asked.Proper(golden.question()));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void slaveWritesTheAnswer(Golden golden, Framing framing) {
    Frame pdu = Replies.pdu(golden.question(), golden.values());

    assertThat(framing.wrap(new Adu(transaction(framing), Golden.UNIT, pdu)))
        .isEqualTo(golden.answer(framing));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void masterUnderstandsTheAnswer(Golden golden, Framing framing) {
    Adu adu = whole(framing, Direction.ANSWER, golden.answer(framing));

    assertThat(Answers.outcome(golden.question(), adu.pdu(), AT))
        .contains(new Answered(golden.values(), AT));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void framesCutAnywhereAreIncomplete(Golden golden, Framing framing) {
    for (Direction direction : Direction.values()) {
      Frame frame =
          direction == Direction.QUESTION ? golden.question(framing) : golden.answer(framing);
      for (int cut = 0; cut < frame.length(); cut++) {
        assertThat(framing.parse(direction, frame.slice(0, cut)))
            .as("%s cut after %d", frame, cut)
            .isEqualTo(new Incomplete());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("golden")
  void whatFollowsAFrameIsLeftAlone(Golden golden, Framing framing) {
    Frame answer = golden.answer(framing);

    assertThat(framing.parse(Direction.ANSWER, answer.plus(Frame.of(0x55))))
        .isInstanceOfSatisfying(
            Complete.class, it -> assertThat(it.consumed()).isEqualTo(answer.length()));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void anAnswerFitsItsOwnQuestionOnly(Golden golden, Framing framing) {
    Adu adu = whole(framing, Direction.ANSWER, golden.answer(framing));

    assertThat(Golden.all().filter(other -> !other.equals(golden)))
        .allSatisfy(
            other -> assertThat(Answers.outcome(other.question(), adu.pdu(), AT)).isEmpty());
  }

  @Test
  void oneFlippedBitAnywhereInAnRtuAnswerIsNeverAnAnswer() {
    Frame frame = Golden.frame("rtu-read-holding-answer");
    for (int bit = 0; bit < 8 * frame.length(); bit++) {
      byte[] bytes = frame.toBytes();
      bytes[bit / 8] ^= (byte) (1 << bit % 8);

      assertThat(Framing.RTU.parse(Direction.ANSWER, Frame.of(bytes)))
          .as("bit %d", bit)
          .isNotInstanceOf(Complete.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bad-checksum", "bad-value", "unknown-function"})
  void brokenRtuFramesAreGarbled(String name) {
    assertThat(Framing.RTU.parse(Direction.ANSWER, Golden.frame("broken-" + name)))
        .isInstanceOf(Garbled.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"protocol", "length"})
  void brokenTcpFramesAreGarbled(String name) {
    assertThat(Framing.TCP.parse(Direction.ANSWER, Golden.frame("broken-tcp-" + name)))
        .isInstanceOf(Garbled.class);
  }

  @Test
  void exceptionReplyCarriesItsCode() {
    Question question = new Read(Space.COIL, 0x04A1, 1);
    for (Framing framing : Framing.values()) {
      String prefix = framing == Framing.RTU ? "rtu-" : "tcp-";
      Adu adu = whole(framing, Direction.ANSWER, Golden.frame(prefix + "refused-answer"));

      assertThat(Answers.outcome(question, adu.pdu(), AT)).contains(new Refused(2, AT));
    }
  }

  @Test
  void exceptionCodesAreUnsigned() {
    Question question = new Read(Space.HOLDING, 10, 4);

    assertThat(Answers.outcome(question, Frame.of(0x83, 0xE0), AT)).contains(new Refused(0xE0, AT));
  }

  @Test
  void capturedExchangesAreUnderstood() {
    assertThat(captured("holding-3", new Read(Space.HOLDING, 3, 1)))
        .isEqualTo(new Answered(List.of(0xFFDA), AT));
    assertThat(captured("holding-10", new Read(Space.HOLDING, 10, 3)))
        .isEqualTo(new Answered(List.of(0x1234, 0xABCD, 0x8000), AT));
    assertThat(captured("input-10", new Read(Space.INPUT, 10, 2)))
        .isEqualTo(new Answered(List.of(1010, 1011), AT));
    assertThat(captured("refused", new Read(Space.HOLDING, 10, 4))).isEqualTo(new Refused(2, AT));
  }

  private static Outcome captured(String name, Question question) {
    assertThat(Framing.RTU.wrap(new Adu(0, 1, Questions.pdu(question))))
        .isEqualTo(Golden.frame("captured-" + name + "-question"));
    Frame answer = Golden.frame("captured-" + name + "-answer");
    Adu adu = whole(Framing.RTU, Direction.ANSWER, answer);
    return Answers.outcome(question, adu.pdu(), AT).orElseThrow();
  }
}
