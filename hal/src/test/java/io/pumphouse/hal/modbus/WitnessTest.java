package io.pumphouse.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.LineBook;
import io.pumphouse.hal.line.ScriptedLine;
import io.pumphouse.hal.line.ScriptedLine.Breaks;
import io.pumphouse.hal.line.ScriptedLine.Cue;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.line.WitnessedLine;
import io.pumphouse.hal.modbus.Question.Read;
import io.pumphouse.hal.reading.LineReport;
import io.pumphouse.hal.reading.Sign;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.reading.TracedFrame;
import io.pumphouse.hal.reading.TracedFrame.Direction;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** What the book of a line holds after real transactions on it; no real time passes. */
final class WitnessTest {
  private static final Duration ANSWER_WITHIN = Duration.ofMillis(200);
  private static final Wiring.Serial CABLE =
      new Wiring.Serial("/dev/ttyUSB0", 9600, Wiring.Parity.NONE, 1);
  private static final Wiring.Tcp NETWORK = new Wiring.Tcp("192.0.2.10", 502);
  private static final Question FIRST = new Read(Space.HOLDING, 100, 2);

  private final FakeTime time = new FakeTime();
  private final Deque<List<Cue>> replies = new ArrayDeque<>();
  private final ScriptedLine wire =
      new ScriptedLine(time, _ -> replies.isEmpty() ? List.of() : replies.remove());
  private Wiring wiring = CABLE;
  private LineBook book = new LineBook(wiring, time);
  private ModbusBus bus = bus();

  private ModbusBus bus() {
    return new ModbusBus(
        new WitnessedLine(wire, book),
        Framing.of(wiring),
        Timing.of(wiring, ANSWER_WITHIN, Duration.ZERO),
        time,
        book);
  }

  private void onNetwork() {
    wiring = NETWORK;
    book = new LineBook(wiring, time);
    bus = bus();
  }

  private Frame answer(int transaction, int unit, Integer... values) {
    return Framing.of(wiring).wrap(new Adu(transaction, unit, Replies.pdu(FIRST, List.of(values))));
  }

  private void reply(long afterMillis, Frame bytes) {
    replies.add(List.of(new Says(Duration.ofMillis(afterMillis), bytes)));
  }

  private long count(Sign... signs) {
    return book.report(1).signs().of(signs);
  }

  private Tuple last() {
    TracedFrame frame = book.newest(1).getFirst();
    return Tuple.tuple(frame.direction(), frame.meaning(), frame.fault());
  }

  @Test
  void aGoodAnswerIsCountedTimedAndTraced() {
    reply(38, answer(0, 1, 11, 12));
    bus.ask(1, FIRST);

    LineReport report = book.report(1);
    assertThat(report.asked()).isEqualTo(1);
    assertThat(report.signs().total()).isEqualTo(1);
    assertThat(count(Sign.GOOD)).isEqualTo(1);
    assertThat(report.bytesSent()).isEqualTo(8);
    assertThat(report.bytesHeard()).isEqualTo(9);
    // 38 ms after it was handed over, less the 8.33 ms that eight bytes take at 9600 baud.
    assertThat(report.latency().longest()).isBetween(Duration.ofMillis(29), Duration.ofMillis(30));
    assertThat(book.lastGood(1)).contains(time.now());
    assertThat(book.newest(10))
        .extracting(TracedFrame::number, TracedFrame::direction, TracedFrame::unit)
        .containsExactly(Tuple.tuple(1L, Direction.SENT, 1), Tuple.tuple(2L, Direction.HEARD, 1));
    assertThat(book.newest(10))
        .extracting(TracedFrame::hex, TracedFrame::meaning, TracedFrame::fault)
        .containsExactly(
            Tuple.tuple("01 03 00 64 00 02 85 D4", "read holding 100-101", ""),
            Tuple.tuple("01 03 04 00 0B 00 0C 8B F4", "11 12", ""));
  }

  @Test
  void silenceIsATimeoutThatStandsOnTheQuestion() {
    bus.ask(1, FIRST);

    assertThat(count(Sign.TIMEOUT)).isEqualTo(1);
    assertThat(last())
        .isEqualTo(Tuple.tuple(Direction.SENT, "read holding 100-101", "no answer in 217 ms"));
  }

  @Test
  void aRefusalIsCountedByItsCode() {
    reply(30, Framing.RTU.wrap(new Adu(0, 1, Replies.refusal(Function.READ_HOLDING_REGISTERS, 2))));
    bus.ask(1, FIRST);

    assertThat(count(Sign.REFUSED)).isEqualTo(1);
    assertThat(book.report(1).refusals()).containsOnly(Map.entry(2, 1L));
    assertThat(book.report(1).latency().answers()).isEqualTo(1);
  }

  @Test
  void eachKindOfDamageHasItsCounter() {
    Frame whole = answer(0, 1, 11, 12);
    reply(30, whole.slice(0, 5));
    reply(30, whole.slice(0, whole.length() - 1).plus(Frame.of(0)));
    reply(30, Frame.hex("FF FF 00"));
    for (int i = 0; i < 3; i++) {
      bus.ask(1, FIRST);
    }

    assertThat(List.of(count(Sign.SHORT), count(Sign.CHECKSUM), count(Sign.NOISE)))
        .containsExactly(1L, 1L, 1L);
  }

  @Test
  void anotherUnitIsCountedForTheOneThatWasAsked() {
    reply(30, answer(0, 7, 11, 12));
    bus.ask(1, FIRST);

    assertThat(count(Sign.FOREIGN)).isEqualTo(1);
    assertThat(book.report(7).signs().total()).isZero();
  }

  @Test
  void aLateAnswerIsOverheardAndCounted() {
    reply(300, answer(0, 1, 11, 12));
    bus.ask(1, FIRST);
    reply(30, answer(0, 1, 21, 22));
    bus.ask(1, FIRST);

    assertThat(List.of(count(Sign.TIMEOUT), count(Sign.LATE), count(Sign.GOOD)))
        .containsExactly(1L, 1L, 1L);
    assertThat(book.newest(10))
        .extracting(TracedFrame::direction)
        .containsExactly(Direction.SENT, Direction.OVERHEARD, Direction.SENT, Direction.HEARD);
  }

  @Test
  void anotherMastersConversationIsOverheardWhole() {
    Frame question = Framing.RTU.wrap(new Adu(0, 5, Questions.pdu(FIRST)));
    bus.ask(1, FIRST);
    time.advance(Duration.ofSeconds(1));
    wire.cue(new Says(Duration.ZERO, question.slice(0, 3)));
    wire.cue(new Says(Duration.ofMillis(2), question.slice(3, question.length())));
    bus.ask(1, FIRST);

    assertThat(book.report(1).overheard().of(Sign.STRANGER)).isEqualTo(1);
    assertThat(book.newest(10))
        .filteredOn(frame -> frame.direction() == Direction.OVERHEARD)
        .singleElement()
        .satisfies(
            frame -> {
              assertThat(frame.unit()).isEqualTo(5);
              assertThat(frame.hex()).isEqualTo(question.toString());
              assertThat(frame.meaning()).isEqualTo("somebody asks unit 5: read holding 100-101");
            });
  }

  @Test
  void noiseBetweenQuestionsIsOverheard() {
    bus.ask(1, FIRST);
    wire.cue(new Says(Duration.ofMillis(1), Frame.hex("00 FE")));
    bus.ask(1, FIRST);

    assertThat(book.report(1).overheard().of(Sign.NOISE)).isEqualTo(1);
  }

  @Test
  void aLineThatIsOpenedAgainIsCounted() {
    replies.add(List.of(new Breaks(Duration.ofMillis(30))));
    bus.ask(1, FIRST);
    bus.ask(1, FIRST);
    bus.ask(1, FIRST);

    assertThat(count(Sign.DOWN)).isEqualTo(1);
    assertThat(book.report(1).reopened()).isEqualTo(1);
  }

  @Test
  void onTcpAnAnswerToAnEarlierQuestionIsOverheardNotHeard() {
    onNetwork();
    reply(300, answer(1, 1, 11, 12));
    bus.ask(1, FIRST);
    reply(150, answer(2, 1, 21, 22));
    bus.ask(1, FIRST);

    assertThat(List.of(count(Sign.TIMEOUT), count(Sign.LATE), count(Sign.GOOD)))
        .containsExactly(1L, 1L, 1L);
    assertThat(book.newest(10))
        .extracting(TracedFrame::direction, TracedFrame::meaning)
        .containsExactly(
            Tuple.tuple(Direction.SENT, "read holding 100-101"),
            Tuple.tuple(Direction.OVERHEARD, "unit 1 answers function 3"),
            Tuple.tuple(Direction.SENT, "read holding 100-101"),
            Tuple.tuple(Direction.HEARD, "21 22"));
  }

  @Test
  void onTcpWhatIsNoFrameIsTracedToo() {
    onNetwork();
    reply(30, Frame.hex("00 01 00 07 00 05 01 03"));
    bus.ask(1, FIRST);

    assertThat(count(Sign.NOISE)).isEqualTo(1);
    assertThat(book.newest(1))
        .extracting(TracedFrame::hex, TracedFrame::fault)
        .containsExactly(
            Tuple.tuple(
                "00 01 00 07 00 05 01 03", "the answer was damaged: protocol 7 instead of 0"));
  }
}
