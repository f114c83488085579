package io.pumphouse.hal.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Line.Bytes;
import io.pumphouse.hal.line.Line.Silence;
import io.pumphouse.hal.line.ScriptedLine.Breaks;
import io.pumphouse.hal.line.ScriptedLine.Says;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptedLineTest implements LineContract {
  private final FakeTime time = new FakeTime();
  private final ScriptedLine line = new ScriptedLine(time, _ -> List.of());

  @Override
  public Line line() {
    return line;
  }

  @Override
  public Peer peer() {
    return new Peer() {
      @Override
      public void says(Frame bytes) {
        line.cue(new Says(Duration.ZERO, bytes));
      }

      @Override
      public Frame heard(int count) {
        return line.sent().stream().reduce(Frame.empty(), Frame::plus);
      }

      @Override
      public void close() {
        line.cue(new Breaks(Duration.ZERO));
      }
    };
  }

  @Test
  void waitingMovesTheClock() {
    line.open();
    line.cue(new Says(Duration.ofMillis(30), HELLO));

    assertThat(line.hear(Duration.ofMillis(20))).isEqualTo(new Silence());
    assertThat(time.nanos()).isEqualTo(20_000_000);
    assertThat(line.hear(Duration.ofMillis(20))).isEqualTo(new Bytes(HELLO));
    assertThat(time.nanos()).isEqualTo(30_000_000);
  }

  @Test
  void theScriptAnswersWhatIsSent() {
    ScriptedLine echo =
        new ScriptedLine(time, sent -> List.of(new Says(Duration.ofMillis(5), sent)));
    echo.open();
    echo.send(HELLO);

    assertThat(echo.hear(LONG)).isEqualTo(new Bytes(HELLO));
  }

  @Test
  void whatWasSaidBeforeTheLineBrokeIsStillHeard() {
    line.open();
    line.cue(new Says(Duration.ZERO, HELLO));
    line.cue(new Breaks(Duration.ZERO));

    assertThat(line.hear(LONG)).isEqualTo(new Bytes(HELLO));
    assertThat(line.hear(LONG)).isInstanceOf(Line.Broken.class);
  }
}
