package io.pumphouse.hal.husdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumphouse.hal.line.Ending;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.ScriptedLine.Breaks;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.line.Transaction;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class H1PumpTest {
  private final Bench bench = Bench.labelled();

  private Sample only(RegisterId id) {
    return bench.pump.read(List.of(id)).getFirst();
  }

  private static Frame bytes(String text) {
    return Frame.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Fault fault(Sample sample) {
    assertThat(sample).isInstanceOf(Invalid.class);
    return ((Invalid) sample).fault();
  }

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
    only(Bench.OUTDOOR);
    bench.words.remove(0x0007);

    assertThat(fault(only(Bench.OUTDOOR))).isEqualTo(new Fault.Unmentioned("0007"));
    assertThat(bench.pump.link()).isEqualTo(new Link.Up());
  }

  @Test
  void aNumberOutsideItsLimitsIsImplausible() {
    bench.words.put(0x0007, 2000);

    assertThat(fault(only(Bench.OUTDOOR))).isEqualTo(new Fault.Implausible(2000));
  }

  @Test
  void numbersTheMapHasNotAreNobodys() {
    bench.damage = answer -> bytes("XR0ABC0001 ABC Something (1.0 )\r\n").plus(answer);

    assertThat(only(Bench.OUTDOOR)).isInstanceOf(Reading.class);
  }

  @Test
  void aGatewayOfAnotherMakersPumpIsNamed() {
    bench.damage = _ -> bytes("XR0ABC0001 ABC Something (1.0 )\r\n");

    assertThat(fault(only(Bench.OUTDOOR))).isEqualTo(new Fault.Unmentioned("0007"));
    assertThat(bench.pump.link().cause()).contains("none of its numbers is one of husdata-h1-test");
    assertThat(bench.pump.link().next()).contains("check the model");
  }

  @Test
  void whatWasPushedBeforeIsNotTaken() {
    only(Bench.OUTDOOR);
    bench.line.cue(new Says(Duration.ZERO, bytes("XR0007FFD0 007 Outdoor (-4.8c)\r\n")));
    bench.time.advance(Duration.ofMinutes(1));
    bench.words.remove(0x0007);

    assertThat(fault(only(Bench.OUTDOOR))).isEqualTo(new Fault.Unmentioned("0007"));
  }

  @Test
  void aGatewayWithoutLabelsIsToldToLabelAndAskedAgain() {
    Bench restarted = new Bench();

    assertThat(restarted.pump.read(List.of(Bench.OUTDOOR)).getFirst()).isInstanceOf(Reading.class);
    assertThat(restarted.line.sent())
        .containsExactly(
            Spelling.SEND_ALL, Spelling.LABELS, Spelling.FULL_UPDATES, Spelling.SEND_ALL);
  }

  @Test
  void aRestartInTheMiddleIsFoundAndSurvived() {
    only(Bench.OUTDOOR);
    bench.time.advance(Duration.ofSeconds(5));
    bench.line.cue(new Says(Duration.ZERO, bench.gateway.heard(Spelling.RESTART)));

    assertThat(only(Bench.OUTDOOR)).isInstanceOf(Reading.class);
    assertThat(bench.line.sent()).containsOnlyOnce(Spelling.LABELS);
    only(Bench.OUTDOOR);
    assertThat(bench.line.sent()).containsOnlyOnce(Spelling.LABELS);
  }

  @Test
  void aGatewayThatNeverLabelsIsBelievedWhereItSaysTheSameTwice() {
    Bench plain = new Bench();
    plain.damage = answer -> bytes(unlabelled(answer));
    List<Sample> samples = plain.pump.read(List.of(Bench.OUTDOOR, Bench.HEATING));

    assertThat(samples).allMatch(Reading.class::isInstance);
    plain.pump.read(List.of(Bench.OUTDOOR));
    assertThat(plain.line.sent()).containsOnlyOnce(Spelling.LABELS);
  }

  @Test
  void aBareNumberThatComesOnceIsNotBelieved() {
    Bench plain = new Bench();
    plain.damage =
        answer -> {
          plain.words.merge(0x0007, 1, Integer::sum);
          return bytes(unlabelled(answer));
        };
    List<Sample> samples = plain.pump.read(List.of(Bench.OUTDOOR, Bench.HEATING));

    assertThat(fault(samples.getFirst())).isInstanceOf(Fault.Garbled.class);
    assertThat(samples.getLast()).isInstanceOf(Reading.class);
  }

  private static String unlabelled(Frame answer) {
    return new String(answer.toBytes(), StandardCharsets.ISO_8859_1)
        .replaceAll("(XR[0-9A-F]{8})[^\\r]*", "$1");
  }

  @Test
  void aBareNumberAmongLabelledOnesIsNotBelieved() {
    bench.damage =
        answer ->
            bytes(
                new String(answer.toBytes(), StandardCharsets.ISO_8859_1)
                    .replace(" 007 Outdoor (-3.8c)", ""));

    assertThat(fault(only(Bench.OUTDOOR))).isInstanceOf(Fault.Garbled.class);
    assertThat(bench.line.sent()).doesNotContain(Spelling.LABELS);
  }

  @Test
  void aDamagedLineCostsOnlyItself() {
    bench.damage =
        answer ->
            bytes(
                new String(answer.toBytes(), StandardCharsets.ISO_8859_1)
                    .replace("XR0007FFDA", "XR0007FFDB"));
    List<Sample> samples = bench.pump.read(List.of(Bench.OUTDOOR, Bench.HEATING));

    assertThat(fault(samples.getFirst())).isInstanceOf(Fault.Garbled.class);
    assertThat(samples.getLast()).isInstanceOf(Reading.class);
  }

  @Test
  void silenceIsNoAnswerAndSaysWhatToLookAt() {
    bench.damage = _ -> Frame.empty();

    assertThat(fault(only(Bench.OUTDOOR))).isEqualTo(new Fault.NoAnswer(Duration.ofSeconds(2)));
    assertThat(bench.pump.link())
        .isEqualTo(
            new Link.Silent(
                "everything (XR) on scripted line: no answer in 2000 ms",
                "check that the H1 has power and its lamp blinks, and that this is its port"));
  }

  @Test
  void onlyNoiseIsGarbledAndSaysWhatToLookAt() {
    bench.damage = _ -> bytes("\u00FF\u0000\u0012\n\u00FE\u00FE\n");

    assertThat(fault(only(Bench.OUTDOOR))).isInstanceOf(Fault.Garbled.class);
    assertThat(bench.pump.link())
        .isInstanceOfSatisfying(
            Link.Silent.class, it -> assertThat(it.next()).contains("19200 baud"));
  }

  @Test
  void aFloodEndsInTime() {
    bench.damage = _ -> bytes("XR0007FFDA".repeat(20_000));
    long began = bench.time.nanos();

    assertThat(fault(only(Bench.OUTDOOR))).isInstanceOf(Fault.NoAnswer.class);
    assertThat(Duration.ofNanos(bench.time.nanos() - began)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void afterTheFloodTheNextReadIsGoodAgain() {
    bench.damage = _ -> bytes("XR0007FFDA".repeat(2_000));
    only(Bench.OUTDOOR);
    bench.damage = answer -> answer;
    bench.time.advance(Duration.ofMinutes(1));

    assertThat(only(Bench.OUTDOOR)).isInstanceOf(Reading.class);
  }

  @Test
  void aLineThatBreaksIsDownAndOpensAgain() {
    bench.damage =
        answer -> {
          bench.line.cue(new Breaks(Duration.ofMillis(60)));
          return answer;
        };
    assertThat(fault(only(Bench.OUTDOOR)))
        .isEqualTo(new Fault.LineDown("scripted line: unplugged"));
    assertThat(bench.pump.link())
        .isEqualTo(new Link.Down("scripted line: unplugged", "plug it in again"));
    bench.damage = answer -> answer;

    assertThat(only(Bench.OUTDOOR)).isInstanceOf(Reading.class);
    assertThat(bench.pump.link()).isEqualTo(new Link.Up());
  }

  @Test
  void updatesAreKeptApartByThePause() {
    only(Bench.OUTDOOR);
    long first = bench.time.nanos();
    only(Bench.OUTDOOR);

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
    only(Bench.OUTDOOR);

    Duration cost = bench.pump.plan(List.of(Bench.OUTDOOR)).getFirst().lineTime();
    assertThat(cost).isLessThan(Duration.ofMillis(2000)).isGreaterThan(Duration.ofMillis(1300));
  }

  @Test
  void theWitnessSeesTheAnswerByteForByte() {
    only(Bench.OUTDOOR);

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
    only(Bench.OUTDOOR);
    bench.line.cue(new Says(Duration.ZERO, bytes("XR0007FFD0 007 Outdoor (-4.8c)\r\n")));
    only(Bench.OUTDOOR);

    assertThat(bench.seen)
        .extracting(seen -> seen.wording().question(seen.sent()))
        .contains("changes, unasked");
    assertThat(bench.overheard).isEmpty();
  }

  @Test
  void noiseNobodyAskedForIsOverheard() {
    only(Bench.OUTDOOR);
    bench.line.cue(new Says(Duration.ZERO, bytes("\u00FF\u00FF")));
    only(Bench.OUTDOOR);

    assertThat(bench.overheard).containsExactly(bytes("\u00FF\u00FF"));
  }

  @Test
  void aWriteIsReadBack() {
    assertThat(bench.pump.write(Bench.ROOM, 210))
        .isInstanceOfSatisfying(Written.Done.class, it -> assertThat(it.raw()).isEqualTo(210));
    assertThat(bench.line.sent().getFirst()).isEqualTo(Spelling.command("XW020300D2"));
    assertThat(bench.words).containsEntry(0x0203, 210);
  }

  @Test
  void aWholeNumberIsWrittenTimesTenToo() {
    assertThat(bench.pump.write(Bench.BLOCK, 1)).isInstanceOf(Written.Done.class);
    assertThat(bench.line.sent().getFirst()).isEqualTo(Spelling.command("XW1233000A"));
    assertThat(bench.words).containsEntry(0x1233, 1);
  }

  @Test
  void aWriteTakenAfterAWhileIsDone() {
    bench.isStubborn = true;
    bench.damage =
        answer -> {
          if (bench.time.nanos() > Duration.ofSeconds(6).toNanos()) {
            bench.words.put(0x0203, 210);
          }
          return answer;
        };

    assertThat(bench.pump.write(Bench.ROOM, 210)).isInstanceOf(Written.Done.class);
  }

  @Test
  void aWriteThatChangesNothingWasIgnored() {
    bench.isStubborn = true;

    assertThat(bench.pump.write(Bench.ROOM, 210))
        .isInstanceOfSatisfying(Written.Ignored.class, it -> assertThat(it.raw()).isEqualTo(200));
  }

  @Test
  void aWriteNeverSeenAgainIsUnknownAndNotRepeated() {
    bench.damage = _ -> Frame.empty();
    Written written = bench.pump.write(Bench.ROOM, 210);

    assertThat(written)
        .isInstanceOfSatisfying(
            Written.Unknown.class, it -> assertThat(it.fault()).isInstanceOf(Fault.NoAnswer.class));
    assertThat(bench.line.sent()).containsOnlyOnce(Spelling.command("XW020300D2"));
  }

  @Test
  void aWriteOnALineThatBreaksIsUnknownUntilItIsRead() {
    bench.damage =
        answer -> {
          bench.line.cue(new Breaks(Duration.ofMillis(10)));
          return answer;
        };

    assertThat(bench.pump.write(Bench.ROOM, 210))
        .isInstanceOfSatisfying(
            Written.Unknown.class, it -> assertThat(it.fault()).isInstanceOf(Fault.LineDown.class));
  }

  @Test
  void aNumberTooLargeForTheGatewayIsNotSent() {
    assertThat(bench.pump.write(Bench.BLOCK, 6001)).isInstanceOf(Written.NotSent.class);
    assertThat(bench.line.sent()).isEmpty();
  }

  @Test
  void writingWhatCanOnlyBeReadIsABug() {
    assertThatThrownBy(() -> bench.pump.write(Bench.OUTDOOR, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
