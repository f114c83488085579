package io.pumphouse.hal.rego;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.ScriptedLine;
import io.pumphouse.hal.line.ScriptedLine.Breaks;
import io.pumphouse.hal.line.ScriptedLine.Cue;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.modbus.RegisterBank;
import io.pumphouse.hal.reading.Space;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small Rego in memory and a bus to it; no real time passes. Confined to one thread. */
final class Bench implements RegisterBank {
  static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
  static final Duration TURNAROUND = Duration.ofMillis(30);
  private static final int DEVICE_FAILURE = 4;

  final FakeTime time = new FakeTime();
  final Log log = new Log();
  final Map<Integer, Integer> words = new HashMap<>();
  final Set<Integer> mute = new HashSet<>();
  final Set<Integer> frozen = new HashSet<>();
  final List<String> asked = new ArrayList<>();
  final List<RegoError> errors = new ArrayList<>();
  int version = 600;
  boolean isDead;

  /** Whether the line breaks instead of the next answer. */
  boolean breaksNext;

  /** Answers to questions that begin with this are lost; none if empty. */
  String losesAnswers = "";

  private final ScriptedLine line = new ScriptedLine(time, this::reply);
  final RegoBus bus = new RegoBus(line, ANSWER_WITHIN, time, log);

  List<Frame> sent() {
    return line.sent();
  }

  private List<Cue> reply(Frame sent) {
    int before = asked.size();
    Frame answer = answer(sent);
    boolean isLost =
        asked.size() > before
            && !losesAnswers.isEmpty()
            && asked.getLast().startsWith(losesAnswers);
    if (breaksNext) {
      breaksNext = false;
      return List.of(new Breaks(TURNAROUND));
    }
    return isDead || isLost || answer.isEmpty() ? List.of() : List.of(new Says(TURNAROUND, answer));
  }

  private Frame answer(Frame sent) {
    boolean isVersion = sent.equals(Golden.frame("version-question"));
    return isVersion
        ? Answers.word(version)
        : new Listener(new Clerk(this, Addressing.asMapped(), errors)).heard(sent);
  }

  @Override
  public Answer read(Space space, int address, int count) {
    asked.add("read " + Question.place(space, address));
    return mute.contains(address)
        ? new Refusal(DEVICE_FAILURE)
        : new Values(List.of(words.getOrDefault(address, 0)));
  }

  @Override
  public Answer write(Space space, int address, List<Integer> values) {
    asked.add("write " + values.getFirst() + " to " + Question.place(space, address));
    if (!frozen.contains(address)) {
      words.put(address, values.getFirst());
    }
    return new Values(values);
  }
}
