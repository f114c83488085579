package io.pumphouse.hal.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.line.Line.Bytes;
import io.pumphouse.hal.line.Line.Opened;
import io.pumphouse.hal.line.Line.Sent;
import io.pumphouse.hal.line.Line.Silence;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FaultyLineTest {
  private static final Frame QUESTION = Frame.hex("01 03 00 03 00 01 74 0A");
  private static final Frame ANSWER = Frame.hex("01 03 02 FF DA 78 2F");
  private static final Duration LATE_BY = Duration.ofSeconds(3);

  private final HandTime time = new HandTime();
  private final RecordingLine wire = new RecordingLine(time);
  private final Faults faults = new Faults(1);
  private final FaultyLine line = new FaultyLine(wire, faults, time, LATE_BY);

  @Test
  void withoutFaultsEverythingPasses() {
    wire.coming.add(QUESTION);

    assertThat(line.open()).isEqualTo(new Opened());
    assertThat(line.hear(Duration.ofSeconds(1))).isEqualTo(new Bytes(QUESTION));
    assertThat(line.send(ANSWER)).isEqualTo(new Sent());
    assertThat(wire.sent).containsExactly(ANSWER);
  }

  @Test
  void silentSwallowsTheAnswer() {
    faults.set(SimFault.SILENT, 1);

    assertThat(line.send(ANSWER)).isEqualTo(new Sent());
    assertThat(wire.sent).isEmpty();
  }

  @Test
  void garbledTurnsExactlyOneBit() {
    faults.set(SimFault.GARBLED, 1);

    for (int i = 0; i < 50; i++) {
      line.send(ANSWER);
    }

    assertThat(wire.sent).hasSize(50).allSatisfy(sent -> assertThat(bitsTurned(sent)).isEqualTo(1));
    assertThat(wire.sent.stream().distinct().count()).isGreaterThan(20);
  }

  @Test
  void shortCutsTheTail() {
    faults.set(SimFault.SHORT, 1);

    line.send(ANSWER);

    assertThat(wire.sent).containsExactly(ANSWER.slice(0, 3));
  }

  @Test
  void lateAnswersWhileListeningForTheNextQuestion() {
    faults.set(SimFault.LATE, 1);
    line.send(ANSWER);

    assertThat(line.hear(Duration.ofMillis(2900))).isEqualTo(new Silence());
    assertThat(wire.sent).isEmpty();
    assertThat(line.hear(Duration.ofMillis(500))).isEqualTo(new Silence());
    assertThat(wire.sent).containsExactly(ANSWER);
    assertThat(time.nanos()).isEqualTo(Duration.ofMillis(3400).toNanos());
  }

  @Test
  void aQuestionThatComesBeforeTheLateAnswerIsHeardFirst() {
    faults.set(SimFault.LATE, 1);
    line.send(ANSWER);
    wire.coming.add(QUESTION);

    assertThat(line.hear(Duration.ofSeconds(10))).isEqualTo(new Bytes(QUESTION));
    assertThat(wire.sent).isEmpty();
  }

  @Test
  void unplugClosesTheLineUntilTheFaultEnds() {
    line.open();
    faults.set(SimFault.UNPLUG, 1);

    assertThat(line.send(ANSWER)).isInstanceOf(Broken.class);
    assertThat(wire.isOpen).isFalse();
    assertThat(line.open()).isInstanceOf(Broken.class);

    faults.clear(SimFault.UNPLUG);
    assertThat(line.open()).isEqualTo(new Opened());
    assertThat(wire.isOpen).isTrue();
  }

  @Test
  void closingLosesWhatWasHeldBack() {
    faults.set(SimFault.LATE, 1);
    line.send(ANSWER);
    line.close();
    line.open();

    line.hear(Duration.ofSeconds(10));

    assertThat(wire.sent).isEmpty();
  }

  private static int bitsTurned(Frame sent) {
    int bits = 0;
    for (int i = 0; i < ANSWER.length(); i++) {
      bits += Integer.bitCount(sent.at(i) ^ ANSWER.at(i));
    }
    return bits;
  }
}
