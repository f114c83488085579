package io.pumphouse.hal.rego;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.ScriptedLine;
import io.pumphouse.hal.line.ScriptedLine.Cue;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.rego.Outcome.Answered;
import io.pumphouse.hal.rego.Outcome.Failed;
import io.pumphouse.hal.rego.Outcome.Unanswered;
import io.pumphouse.hal.rego.Question.Logged;
import io.pumphouse.hal.rego.Question.Read;
import io.pumphouse.hal.rego.Question.Write;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A bus and what is said on it, word for word; no real time passes. Confined to one thread. */
final class Dialogue {
  static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
  static final Read FIRST = new Read(Space.SYSTEM, 0x0209);
  static final Read SECOND = new Read(Space.SYSTEM, 0x020A);
  static final Write WRITE = new Write(Space.SYSTEM, 0, 27);
  static final Logged LOG = new Logged(Question.Entry.LAST);

  final FakeTime time = new FakeTime();
  final Log log = new Log();
  final Deque<List<Cue>> replies = new ArrayDeque<>();
  final ScriptedLine line =
      new ScriptedLine(time, _ -> replies.isEmpty() ? List.of() : replies.remove());
  final RegoBus bus = new RegoBus(line, ANSWER_WITHIN, time, log);

  void reply(long afterMillis, Frame bytes) {
    replies.add(List.of(new Says(Duration.ofMillis(afterMillis), bytes)));
  }

  static Fault faultOf(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Failed.class);
    return ((Failed<?>) outcome).trouble().fault();
  }

  static void assertGarbled(Outcome<?> outcome) {
    assertThat(faultOf(outcome)).isInstanceOf(Fault.Garbled.class);
    assertThat(((Unanswered<?>) outcome).trouble().next()).isNotBlank();
  }

  static Object answerOf(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Answered.class);
    return ((Answered<?>) outcome).answer();
  }

  void nextQuestionIsAnswered() {
    reply(30, Answers.word(22));
    assertThat(answerOf(bus.ask(SECOND))).isEqualTo(22);
  }
}
