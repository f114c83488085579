package io.pumphouse.hal.proof;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.ScriptedLine;
import io.pumphouse.hal.line.ScriptedLine.Cue;
import io.pumphouse.hal.line.ScriptedLine.Says;

/** A proof that takes no time: a line in memory, and a clock that waiting moves. */
final class InMemory {
  private InMemory() {}

  /** Asks the device of this subject so many questions. */
  static Result run(Subject subject, long seed, long exchanges) {
    FakeTime time = new FakeTime();
    FarEnd farEnd = new FarEnd(subject, time, seed);
    ScriptedLine wire =
        new ScriptedLine(
            time,
            question ->
                farEnd.heard(question).stream()
                    .<Cue>map(piece -> new Says(piece.after(), piece.bytes()))
                    .toList());
    TapedLine line = new TapedLine(wire);
    return new Proof(subject, line, subject.pump(line, time), farEnd, time::advance, seed)
        .run(exchanges);
  }
}
