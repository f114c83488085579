package io.pumphouse.hal.husdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.ScriptedLine.Breaks;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is written through the gateway, and what is known of it afterwards. */
class H1WriteTest {
  private final Bench bench = Bench.labelled();

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
