package io.pumphouse.hal.husdata;

import static io.pumphouse.hal.husdata.Bench.bytes;
import static io.pumphouse.hal.husdata.Bench.fault;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.ScriptedLine.Breaks;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Reading;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A gateway that is silent, babbles or is unplugged. */
class H1TroubleTest {
  private final Bench bench = Bench.labelled();

  @Test
  void silenceIsNoAnswerAndSaysWhatToLookAt() {
    bench.damage = _ -> Frame.empty();

    assertThat(fault(bench.only(Bench.OUTDOOR)))
        .isEqualTo(new Fault.NoAnswer(Duration.ofSeconds(2)));
    assertThat(bench.pump.link())
        .isEqualTo(
            new Link.Silent(
                "everything (XR) on scripted line: no answer in 2000 ms",
                "check that the H1 has power and its lamp blinks, and that this is its port"));
  }

  @Test
  void onlyNoiseIsGarbledAndSaysWhatToLookAt() {
    bench.damage = _ -> bytes("\u00FF\u0000\u0012\n\u00FE\u00FE\n");

    assertThat(fault(bench.only(Bench.OUTDOOR))).isInstanceOf(Fault.Garbled.class);
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

    assertThat(bench.only(Bench.OUTDOOR)).isInstanceOf(Reading.class);
  }

  @Test
  void aFloodEndsInTime() {
    bench.damage = _ -> bytes("XR0007FFDA".repeat(20_000));
    long began = bench.time.nanos();

    assertThat(fault(bench.only(Bench.OUTDOOR))).isInstanceOf(Fault.NoAnswer.class);
    assertThat(Duration.ofNanos(bench.time.nanos() - began)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void afterTheFloodTheNextReadIsGoodAgain() {
    bench.damage = _ -> bytes("XR0007FFDA".repeat(2_000));
    bench.only(Bench.OUTDOOR);
    bench.damage = answer -> answer;
    bench.time.advance(Duration.ofMinutes(1));

    assertThat(bench.only(Bench.OUTDOOR)).isInstanceOf(Reading.class);
  }

  @Test
  void aLineThatBreaksIsDownAndOpensAgain() {
    bench.damage =
        answer -> {
          bench.line.cue(new Breaks(Duration.ofMillis(60)));
          return answer;
        };
    assertThat(fault(bench.only(Bench.OUTDOOR)))
        .isEqualTo(new Fault.LineDown("scripted line: unplugged"));
    assertThat(bench.pump.link())
        .isEqualTo(new Link.Down("scripted line: unplugged", "plug it in again"));
    bench.damage = answer -> answer;

    assertThat(bench.only(Bench.OUTDOOR)).isInstanceOf(Reading.class);
    assertThat(bench.pump.link()).isEqualTo(new Link.Up());
  }
}
