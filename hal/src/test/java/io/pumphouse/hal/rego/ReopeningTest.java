package io.pumphouse.hal.rego;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.ScriptedLine;
import io.pumphouse.hal.line.ScriptedLine.Cue;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.rego.Outcome.Answered;
import io.pumphouse.hal.rego.Question.Read;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the bus gives its line a fresh start. */
class ReopeningTest {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
  private static final Read FIRST = new Read(Space.SYSTEM, 0x0209);

  private final FakeTime time = new FakeTime();
  private final Deque<List<Cue>> replies = new ArrayDeque<>();
  private final ScriptedLine line =
      new ScriptedLine(time, _ -> replies.isEmpty() ? List.of() : replies.remove());

  private void reply(long afterMillis, Frame bytes) {
    replies.add(List.of(new Says(Duration.ofMillis(afterMillis), bytes)));
  }

  @Test
  void afterFiveFailuresInARowTheLineIsOpenedAfresh() {
    CountingLine counting = new CountingLine(line);
    RegoBus other = new RegoBus(counting, ANSWER_WITHIN, time, new Log());
    for (int failure = 0; failure < 4; failure++) {
      other.ask(FIRST);
    }
    assertThat(counting.closings).isZero();

    other.ask(FIRST);

    assertThat(counting.closings).isEqualTo(1);
    reply(30, Answers.word(3));
    assertThat(other.ask(FIRST)).isInstanceOf(Answered.class);
  }

  @Test
  void anAnswerInBetweenSparesTheLine() {
    CountingLine counting = new CountingLine(line);
    RegoBus other = new RegoBus(counting, ANSWER_WITHIN, time, new Log());
    for (int question = 0; question < 20; question++) {
      if (question % 5 == 4) {
        reply(30, Answers.word(1));
      }
      other.ask(FIRST);
    }

    assertThat(counting.closings).isZero();
  }

  /** Counts how often it was closed. */
  private static final class CountingLine implements Line {
    private final Line line;
    private int closings;

    CountingLine(Line line) {
      this.line = line;
    }

    @Override
    public String name() {
      return line.name();
    }

    @Override
    public Opening open() {
      return line.open();
    }

    @Override
    public Sending send(Frame frame) {
      return line.send(frame);
    }

    @Override
    public Heard hear(Duration atMost) {
      return line.hear(atMost);
    }

    @Override
    public void close() {
      closings++;
      line.close();
    }
  }
}
