package io.pumphouse.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.modbus.Question.Read;
import io.pumphouse.hal.modbus.Question.WriteOne;
import io.pumphouse.hal.reading.Space;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a slave answers, and what it lets pass. */
class ListenerTest {
  private static final Frame QUESTION = rtu(1, Questions.pdu(new Read(Space.INPUT, 10, 2)));
  private static final Frame ANSWER =
      rtu(1, Replies.pdu(new Read(Space.INPUT, 10, 2), List.of(10, 11)));

  private final Bench device = new Bench();
  private final Listener rtu = new RtuListener(1, new Clerk(device));
  private final Listener tcp = new TcpListener("client", 1, new Clerk(device));

  private static Frame rtu(int unit, Frame pdu) {
    return Framing.RTU.wrap(new Adu(0, unit, pdu));
  }

  private static Frame tcp(int unit, Frame pdu) {
    return Framing.TCP.wrap(new Adu(77, unit, pdu));
  }

  @Test
  void aQuestionIsAnswered() {
    assertThat(rtu.heard(QUESTION)).isEqualTo(new Turn.Answering(ANSWER));
  }

  @Test
  void aQuestionInPiecesIsAnsweredWhenWhole() {
    for (int at = 0; at < QUESTION.length() - 1; at++) {
      assertThat(rtu.heard(QUESTION.slice(at, at + 1))).isEqualTo(new Turn.Listening());
    }

    assertThat(rtu.heard(QUESTION.slice(QUESTION.length() - 1, QUESTION.length())))
        .isEqualTo(new Turn.Answering(ANSWER));
  }

  @Test
  void aQuestionBehindGarbageIsAnswered() {
    assertThat(rtu.heard(Frame.of(0x00, 0xFF, 0x55).plus(QUESTION)))
        .isEqualTo(new Turn.Answering(ANSWER));
  }

  @Test
  void garbageThatLooksLikeALongQuestionIsForgottenInSilence() {
    rtu.heard(Frame.of(1, 16, 0, 0, 0, 100, 200));

    assertThat(rtu.silence()).isEqualTo(new Turn.Listening());
    assertThat(rtu.heard(QUESTION)).isEqualTo(new Turn.Answering(ANSWER));
  }

  @Test
  void aQuestionSwallowedByGarbageIsFoundInSilence() {
    rtu.heard(Frame.of(1, 16, 0, 0, 0, 100, 200).plus(QUESTION));

    assertThat(rtu.silence()).isEqualTo(new Turn.Answering(ANSWER));
  }

  @Test
  void otherUnitsAreLetPassOnASharedLine() {
    Question read = new Read(Space.INPUT, 10, 2);

    assertThat(rtu.heard(rtu(2, Questions.pdu(read)))).isEqualTo(new Turn.Listening());
    assertThat(rtu.heard(rtu(2, Replies.pdu(read, List.of(1, 2))))).isEqualTo(new Turn.Listening());
    assertThat(device.questions).isEmpty();
    rtu.silence();
    assertThat(rtu.heard(QUESTION)).isEqualTo(new Turn.Answering(ANSWER));
  }

  @Test
  void aBroadcastIsDoneAndNotAnswered() {
    assertThat(rtu.heard(rtu(0, Questions.pdu(new WriteOne(Space.HOLDING, 5, 50)))))
        .isEqualTo(new Turn.Listening());
    assertThat(device.words).containsEntry(5, 50);
  }

  @Test
  void anUnknownFunctionIsRefusedWhenTheLineFallsSilent() {
    assertThat(rtu.heard(rtu(1, Frame.of(0x11)))).isEqualTo(new Turn.Listening());

    assertThat(rtu.silence()).isEqualTo(new Turn.Answering(rtu(1, Frame.of(0x91, 1))));
  }

  @Test
  void anUnknownFunctionIsRefusedOnTcp() {
    assertThat(tcp.heard(tcp(1, Frame.of(0x2B, 0x0E, 1, 0))))
        .isEqualTo(new Turn.Answering(tcp(1, Frame.of(0xAB, 1))));
  }

  @Test
  void tooManyAtOnceAreRefused() {
    assertThat(tcp.heard(tcp(1, Frame.of(4, 0, 0, 0, 126))))
        .isEqualTo(new Turn.Answering(tcp(1, Frame.of(0x84, 3))));
    assertThat(tcp.heard(tcp(1, Frame.of(1, 0, 0, 0x07, 0xD1))))
        .isEqualTo(new Turn.Answering(tcp(1, Frame.of(0x81, 3))));
    assertThat(tcp.heard(tcp(1, Frame.of(3, 0, 0, 0xFF, 0xFF))))
        .isEqualTo(new Turn.Answering(tcp(1, Frame.of(0x83, 3))));
  }

  @Test
  void theMostAtOnceAreAnswered() {
    assertThat(tcp.heard(tcp(1, Frame.of(4, 0, 0, 0, 125))))
        .isInstanceOfSatisfying(
            Turn.Answering.class, it -> assertThat(it.answer().length()).isEqualTo(259));
    assertThat(tcp.heard(tcp(1, Frame.of(2, 0, 0, 0x07, 0xD0))))
        .isInstanceOfSatisfying(
            Turn.Answering.class, it -> assertThat(it.answer().length()).isEqualTo(259));
  }

  @Test
  void addressesBeyondTheLastAreRefused() {
    assertThat(tcp.heard(tcp(1, Frame.of(4, 0xFF, 0xFF, 0, 2))))
        .isEqualTo(new Turn.Answering(tcp(1, Frame.of(0x84, 2))));
  }

  @Test
  void aCoilIsOnOrOffAndNothingElse() {
    assertThat(tcp.heard(tcp(1, Frame.of(5, 0, 1, 0x12, 0x34))))
        .isEqualTo(new Turn.Answering(tcp(1, Frame.of(0x85, 3))));
  }

  @Test
  void whatTheBankRefusesIsRefused() {
    device.absent.add(10);

    assertThat(rtu.heard(QUESTION)).isEqualTo(new Turn.Answering(rtu(1, Frame.of(0x84, 2))));
  }

  @Test
  void onTcpUnitsZeroAnd255AreUsToo() {
    Frame pdu = Questions.pdu(new Read(Space.INPUT, 10, 1));

    assertThat(tcp.heard(tcp(0, pdu))).isInstanceOf(Turn.Answering.class);
    assertThat(tcp.heard(tcp(255, pdu))).isInstanceOf(Turn.Answering.class);
    assertThat(tcp.heard(tcp(2, pdu))).isEqualTo(new Turn.Listening());
  }

  @Test
  void severalQuestionsAtOnceAreAnsweredInTurn() {
    Frame question = tcp(1, Questions.pdu(new Read(Space.INPUT, 10, 1)));
    Frame answer = tcp(1, Replies.pdu(new Read(Space.INPUT, 10, 1), List.of(10)));

    assertThat(tcp.heard(question.plus(question)))
        .isEqualTo(new Turn.Answering(answer.plus(answer)));
  }

  @Test
  void whatIsNotModbusTcpEndsTheConnection() {
    assertThat(tcp.heard(Frame.of('G', 'E', 'T', ' ', '/', ' ', 'H', 'T')))
        .isInstanceOf(Turn.Ended.class);
  }
}
