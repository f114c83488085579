package io.pumphouse.hal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An oracle that could not accuse would prove nothing. */
class OracleTest {
  private static final Frame QUESTION = ModbusFrames.RTU.wrap(0, 1, Frame.of(4, 0, 200, 0, 3));

  private final FakeTime time = new FakeTime();
  private final ModbusSubject subject = ModbusWires.rtu();
  private final FarEnd farEnd = new FarEnd(subject, time, 1);
  private final Tally tally = new Tally();
  private final RegisterMap map = ModbusSubject.map();
  private final Oracle oracle = new Oracle(subject, map, farEnd, tally);

  @BeforeEach
  void endMischief() {
    farEnd.calm(true);
  }

  private Frame answer() {
    return farEnd.heard(QUESTION).getFirst().bytes();
  }

  private List<Sample> believing(Frame answer) {
    List<Long> words = subject.said(answer).orElseThrow();
    Moment now = time.now();
    return List.of(
        new Reading(id(200), now, words.get(0)),
        new Reading(id(201), now, words.get(1)),
        new Reading(id(202), now, words.get(2)));
  }

  private static RegisterId id(int address) {
    return new RegisterId("input" + address);
  }

  @Test
  void believesWhatWasSaidToThisQuestion() {
    Frame answer = answer();
    oracle.judge(believing(answer), 0, answer);

    assertThat(tally.believed()).isEqualTo(3);
    assertThat(tally.wrong() + tally.undetectable() + tally.tooLate()).isZero();
  }

  @Test
  void accusesWhatWasSaidToAnEarlierQuestion() {
    Frame stale = answer();
    long since = farEnd.moments();
    answer();
    oracle.judge(believing(stale), since, stale);

    assertThat(tally.wrong()).isEqualTo(3);
  }

  /** Cut after 12 bytes, and a genuine frame behind it that fills it up: TCP cannot tell. */
  @Test
  void tellsAFrameApartThatDamageMadeUpOfTwo() {
    ModbusSubject tcp = ModbusWires.tcp();
    FarEnd device = new FarEnd(tcp, time, 1);
    device.calm(true);
    Frame question = ModbusFrames.TCP.wrap(1, 1, Frame.of(4, 0, 202, 0, 1));
    Frame genuine = device.heard(question).getFirst().bytes();
    Frame begun = Frame.hex("00 02 00 00 00 11 01 04 0E 00 01 02");
    Oracle judge = new Oracle(tcp, map, device, tally);
    long word = tcp.said(genuine).orElseThrow().getFirst();
    judge.judge(
        List.of(new Reading(id(202), time.now(), word)), device.moments(), begun.plus(genuine));

    assertThat(tally.undetectable()).isEqualTo(1);
    assertThat(tally.wrong()).isZero();
  }

  @Test
  void accusesValuesThatNoFrameOnTheTapeSays() {
    oracle.judge(believing(answer()), farEnd.moments(), Frame.empty());

    assertThat(tally.wrong()).isEqualTo(3);
  }

  @Test
  void tellsDamageApartThatIsWholeByItsOwnMarks() {
    Frame pdu = ModbusFrames.readAnswer(4, List.of(1, 2, 3));
    Frame forged = ModbusFrames.RTU.wrap(0, 1, pdu);
    oracle.judge(believing(forged), farEnd.moments(), forged);

    assertThat(tally.undetectable()).isEqualTo(3);
    assertThat(tally.wrong()).isZero();
  }
}
