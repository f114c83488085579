package io.pumphouse.hal.husdata;

import static io.pumphouse.hal.husdata.Bench.bytes;
import static io.pumphouse.hal.husdata.Bench.fault;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Sample;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is believed of a gateway whose labels are off, or of a line that has lost its own. */
class H1LabelsTest {
  private final Bench bench = Bench.labelled();

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
    bench.only(Bench.OUTDOOR);
    bench.time.advance(Duration.ofSeconds(5));
    bench.line.cue(new Says(Duration.ZERO, bench.gateway.heard(Spelling.RESTART)));

    assertThat(bench.only(Bench.OUTDOOR)).isInstanceOf(Reading.class);
    assertThat(bench.line.sent()).containsOnlyOnce(Spelling.LABELS);
    bench.only(Bench.OUTDOOR);
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

    assertThat(fault(bench.only(Bench.OUTDOOR))).isInstanceOf(Fault.Garbled.class);
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
}
