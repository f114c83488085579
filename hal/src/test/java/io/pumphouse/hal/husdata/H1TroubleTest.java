package io.pumphouse.hal.husdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.ScriptedLine.Breaks;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A gateway that is silent, babbles or is unplugged. */
class H1TroubleTest {
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

  /** Whoever took it for the answer would take the answer for the next one. */
  @Test
  void anEchoDoesNotEndTheWaitForTheAnswer() {
    bench.damage =
        answer -> {
          bench.line.cue(new Says(Duration.ofSeconds(1), answer));
          return bytes("XR\r\n");
        };

    assertThat(only(Bench.OUTDOOR)).isInstanceOf(Reading.class);
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
}
