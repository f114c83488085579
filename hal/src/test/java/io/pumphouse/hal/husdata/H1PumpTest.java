package io.pumphouse.hal.husdata;

import static io.pumphouse.hal.husdata.Bench.bytes;
import static io.pumphouse.hal.husdata.Bench.fault;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Ending;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.line.Transaction;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Sample;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class H1PumpTest {
  private final Bench bench = Bench.labelled();

  @Test
  void whatTheGatewaySaysIsRead() {
    List<Sample> samples = bench.pump.read(Bench.ALL);

    assertThat(samples).extracting(Sample::register).containsExactlyElementsOf(Bench.ALL);
    assertThat(samples.get(0))
        .isInstanceOfSatisfying(Reading.class, it -> assertThat(it.raw()).isEqualTo(-38));
    assertThat(samples.get(1)).isInstanceOf(Missing.class);
    assertThat(samples.get(2))
        .isInstanceOfSatisfying(Reading.class, it -> assertThat(it.raw()).isEqualTo(440));
    assertThat(samples.get(4))
        .isInstanceOfSatisfying(Reading.class, it -> assertThat(it.raw()).isEqualTo(1));
    assertThat(samples.get(5))
        .isInstanceOfSatisfying(Reading.class, it -> assertThat(it.raw()).isEqualTo(33_595));
    assertThat(bench.pump.link()).isEqualTo(new Link.Up());
  }

  @Test
  void oneRequestTellsEverything() {
    bench.pump.read(Bench.ALL);

    assertThat(bench.line.sent()).containsExactly(Spelling.SEND_ALL);
  }

  @Test
  void eachNumberHasTheTimeOfItsOwnLine() {
    Moment began = bench.time.now();
    List<Sample> samples = bench.pump.read(Bench.ALL);

    assertThat(samples.getFirst().takenAt().sinceBoot()).isGreaterThan(began.sinceBoot());
    assertThat(samples.getLast().takenAt().sinceBoot())
        .isGreaterThan(samples.getFirst().takenAt().sinceBoot())
        .isLessThan(bench.time.now().sinceBoot());
  }

  @Test
  void aNumberThatStopsComingIsNotRepeated() {
    bench.only(Bench.OUTDOOR);
    bench.words.remove(0x0007);

    assertThat(fault(bench.only(Bench.OUTDOOR))).isEqualTo(new Fault.Unmentioned("0007"));
    assertThat(bench.pump.link()).isEqualTo(new Link.Up());
  }

  @Test
  void aNumberOutsideItsLimitsIsImplausible() {
    bench.words.put(0x0007, 2000);

    assertThat(fault(bench.only(Bench.OUTDOOR))).isEqualTo(new Fault.Implausible(2000));
  }

  @Test
  void numbersTheMapHasNotAreNobodys() {
    bench.damage = answer -> bytes("XR0ABC0001 ABC Something (1.0 )\r\n").plus(answer);

    assertThat(bench.only(Bench.OUTDOOR)).isInstanceOf(Reading.class);
  }

  @Test
  void aGatewayOfAnotherMakersPumpIsNamed() {
    bench.damage = _ -> bytes("XR0ABC0001 ABC Something (1.0 )\r\n");

    assertThat(fault(bench.only(Bench.OUTDOOR))).isEqualTo(new Fault.Unmentioned("0007"));
    assertThat(bench.pump.link().cause()).contains("none of its numbers is one of husdata-h1-test");
    assertThat(bench.pump.link().next()).contains("check the model");
  }

  @Test
  void whatWasPushedBeforeIsNotTaken() {
    bench.only(Bench.OUTDOOR);
    bench.line.cue(new Says(Duration.ZERO, bytes("XR0007FFD0 007 Outdoor (-4.8c)\r\n")));
    bench.time.advance(Duration.ofMinutes(1));
    bench.words.remove(0x0007);

    assertThat(fault(bench.only(Bench.OUTDOOR))).isEqualTo(new Fault.Unmentioned("0007"));
  }

  @Test
  void updatesAreKeptApartByThePause() {
    bench.only(Bench.OUTDOOR);
    long first = bench.time.nanos();
    bench.only(Bench.OUTDOOR);

    assertThat(bench.seen).hasSize(2);
    assertThat(bench.seen.getLast().asked().sinceBoot().toNanos() - first)
        .isGreaterThanOrEqualTo(Duration.ofSeconds(1).toNanos());
  }

  @Test
  void thePlanIsOneRequestWithItsTime() {
    assertThat(bench.pump.plan(List.of(Bench.OUTDOOR, Bench.HEATING)))
        .containsExactly(
            new PlannedRead(
                List.of(Bench.OUTDOOR, Bench.HEATING),
                "everything (XR)",
                Duration.ofMillis(2000 + 175 + 300 + 1000)));
    assertThat(bench.pump.plan(List.of())).isEmpty();
  }

  @Test
  void whatAnUpdateTookIsReckonedWithFromThenOn() {
    bench.only(Bench.OUTDOOR);

    Duration cost = bench.pump.plan(List.of(Bench.OUTDOOR)).getFirst().lineTime();
    assertThat(cost).isLessThan(Duration.ofMillis(2000)).isGreaterThan(Duration.ofMillis(1300));
  }

  @Test
  void theWitnessSeesTheAnswerByteForByte() {
    bench.only(Bench.OUTDOOR);

    Transaction transaction = bench.seen.getFirst();
    assertThat(transaction.unit()).isZero();
    assertThat(transaction.sent()).isEqualTo(Spelling.SEND_ALL);
    assertThat(new String(transaction.heard().toBytes(), StandardCharsets.US_ASCII))
        .startsWith("XR0007FFDA 007 Outdoor (-3.8c)\r\nXR0008FE1D 008 Indoor (-48.3c)\r\n");
    assertThat(transaction.ending()).isEqualTo(new Ending.Good());
    assertThat(transaction.wording().answer(transaction.sent(), transaction.heard()))
        .isEqualTo("6 numbers");
    assertThat(transaction.took()).isBetween(Duration.ofMillis(50), Duration.ofMillis(200));
  }

  @Test
  void changesItTellsUnaskedAreSeenToo() {
    bench.only(Bench.OUTDOOR);
    bench.line.cue(new Says(Duration.ZERO, bytes("XR0007FFD0 007 Outdoor (-4.8c)\r\n")));
    bench.only(Bench.OUTDOOR);

    assertThat(bench.seen)
        .extracting(seen -> seen.wording().question(seen.sent()))
        .contains("changes, unasked");
    assertThat(bench.overheard).isEmpty();
  }

  @Test
  void noiseNobodyAskedForIsOverheard() {
    bench.only(Bench.OUTDOOR);
    bench.line.cue(new Says(Duration.ZERO, bytes("\u00FF\u00FF")));
    bench.only(Bench.OUTDOOR);

    assertThat(bench.overheard).containsExactly(bytes("\u00FF\u00FF"));
  }
}
