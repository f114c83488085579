package io.pumphouse.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.ScriptedLine;
import io.pumphouse.hal.line.ScriptedLine.Cue;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.modbus.Question.Identify;
import io.pumphouse.hal.reading.Moment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a device is believed about itself. */
class IdentificationTest {
  private static final Moment AT = new Moment(Instant.EPOCH, Duration.ZERO);
  private static final Frame HEAD = Frame.of(0x2B, 0x0E, 1, 0x01);
  private static final Frame LAST = Frame.of(0, 0);

  private final FakeTime time = new FakeTime();
  private final List<Integer> askedFrom = new ArrayList<>();

  /** Asks a device that gives these messages one after the other, then keeps silent. */
  private Nameplate told(Frame... answers) {
    List<Frame> left = new ArrayList<>(List.of(answers));
    Wiring wiring = new Wiring.Serial("/dev/ttyUSB0", 9600, Wiring.Parity.NONE, 1);
    Timing timing = Timing.of(wiring, Duration.ofMillis(500), Duration.ZERO);
    ScriptedLine line =
        new ScriptedLine(
            time,
            sent -> {
              askedFrom.add(sent.at(4));
              return left.isEmpty() ? List.<Cue>of() : List.of(said(left.removeFirst()));
            });
    return new Identification(new ModbusBus(line, Framing.RTU, timing, time), 1).ask();
  }

  private static Cue said(Frame pdu) {
    return new Says(Duration.ofMillis(20), Framing.RTU.wrap(new Adu(0, 1, pdu)));
  }

  private static Frame text(int object, String text) {
    return Frame.of(object, text.length())
        .plus(Frame.of(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static Frame followedBy(int next) {
    return Frame.of(0xFF, next);
  }

  @Test
  void vendorProductAndVersionAreToldAtOnce() {
    Frame answer =
        HEAD.plus(LAST)
            .plus(Frame.of(3))
            .plus(text(0, "NIBE AB"))
            .plus(text(1, "MODBUS 40"))
            .plus(text(2, "10"));

    assertThat(told(answer)).hasToString("NIBE AB, MODBUS 40, version 10");
    assertThat(askedFrom).containsExactly(0);
  }

  @Test
  void whatDoesNotFitOneAnswerIsAskedOn() {
    Frame first = HEAD.plus(followedBy(1)).plus(Frame.of(1)).plus(text(0, "A".repeat(200)));
    Frame second =
        HEAD.plus(LAST).plus(Frame.of(2)).plus(text(1, "B".repeat(200))).plus(text(2, "V2"));

    assertThat(told(first, second))
        .isEqualTo(new Nameplate("A".repeat(200), "B".repeat(200), "V2"));
    assertThat(askedFrom).containsExactly(0, 1);
  }

  @Test
  void aDeviceThatNeverComesToAnEndIsAskedNoMoreThanThreeTimes() {
    Frame again = HEAD.plus(followedBy(0)).plus(Frame.of(1)).plus(text(0, "A"));
    assertThat(told(again, again, again, again).vendor()).isEqualTo("A");
    assertThat(askedFrom).containsExactly(0);

    askedFrom.clear();
    told(
        HEAD.plus(followedBy(1)).plus(Frame.of(1)).plus(text(0, "A")),
        HEAD.plus(followedBy(2)).plus(Frame.of(1)).plus(text(1, "B")),
        HEAD.plus(followedBy(3)).plus(Frame.of(1)).plus(text(2, "C")),
        HEAD.plus(followedBy(4)).plus(Frame.of(1)).plus(text(3, "D")));
    assertThat(askedFrom).containsExactly(0, 1, 2);
  }

  @Test
  void whatWasToldStandsWhenTheRestIsNot() {
    Frame first = HEAD.plus(followedBy(1)).plus(Frame.of(1)).plus(text(0, "NIBE AB"));

    assertThat(told(first)).isEqualTo(new Nameplate("NIBE AB", "", ""));
  }

  @Test
  void aRefusalMeansThatItDoesNotSay() {
    assertThat(told(Frame.of(0xAB, 1)).isBlank()).isTrue();
  }

  @Test
  void silenceMeansThatItDoesNotSay() {
    assertThat(told().isBlank()).isTrue();
  }

  @Test
  void nothingInItMeansThatItDoesNotSay() {
    assertThat(told(HEAD.plus(LAST).plus(Frame.of(0))).isBlank()).isTrue();
    assertThat(told(HEAD.plus(LAST).plus(Frame.of(1)).plus(text(0, "  "))).isBlank()).isTrue();
  }

  @Test
  void whatTheSpecificationDoesNotDrawIsNotBelieved() {
    Frame one = Frame.of(1).plus(text(0, "A"));
    assertThat(told(Frame.of(0x2B, 0x0E, 1, 0x7F).plus(LAST).plus(one)).isBlank()).isTrue();
    assertThat(told(HEAD.plus(Frame.of(0x12, 0)).plus(one)).isBlank()).isTrue();
    assertThat(
            told(HEAD.plus(LAST).plus(Frame.of(2)).plus(text(1, "B")).plus(text(0, "A"))).isBlank())
        .isTrue();
  }

  @Test
  void aTextCannotDriveATerminal() {
    Frame answer = HEAD.plus(LAST).plus(Frame.of(1)).plus(text(0, "\u001b[2J\u00e5"));

    assertThat(told(answer).vendor()).isEqualTo("?[2J?");
  }

  @Test
  void anAnswerOfAnotherKindIsNoAnswer() {
    Frame answer = HEAD.plus(LAST).plus(Frame.of(0));
    for (int at = 0; at < 3; at++) {
      byte[] bytes = answer.toBytes();
      bytes[at] ^= 0x04;
      assertThat(Answers.outcome(new Identify(0), Frame.of(bytes), AT)).as("byte %d", at).isEmpty();
    }
  }

  @Test
  void textsLongerThanAnyMessageAreNoMessage() {
    Frame endless = Frame.of(1).plus(HEAD).plus(LAST).plus(Frame.of(255, 0, 255, 1));

    assertThat(Framing.RTU.parse(Direction.ANSWER, endless)).isInstanceOf(Parsed.Garbled.class);
  }

  /** Lengths are the device's word: none of them may lead outside the message. */
  @Test
  void hostileLengthsLeadNowhere() {
    Random random = new Random(43);
    int believed = 0;
    for (int run = 0; run < 200_000; run++) {
      byte[] tail = new byte[random.nextInt(24)];
      for (int at = 0; at < tail.length; at++) {
        tail[at] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : random.nextInt(4));
      }
      Frame pdu = Frame.of(0x2B, 0x0E, 1).plus(Frame.of(tail));
      if (Answers.outcome(new Identify(0), pdu, AT).orElse(new Outcome.Refused(0, AT))
          instanceof Outcome.Answered(List<Integer> said, _)) {
        assertThat(said).hasSize(tail.length);
        believed += Identification.Part.of(0, said).isPresent() ? 1 : 0;
      }
    }
    assertThat(believed).as("some chance texts are sound").isPositive();
  }

  @Test
  void ourOwnSlaveDoesNotSay() {
    Clerk clerk = new Clerk(new Bench());

    assertThat(clerk.answer(Frame.of(0x2B, 0x0E, 1, 0))).isEqualTo(Frame.of(0xAB, 1));
    assertThat(clerk.answer(Frame.of(0x2B, 0x0D, 1, 0))).isEqualTo(Frame.of(0xAB, 1));
  }
}
