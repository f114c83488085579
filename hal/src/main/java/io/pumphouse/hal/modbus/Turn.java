package io.pumphouse.hal.modbus;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line.Broken;

/** What a slave does next. */
sealed interface Turn {
  record Listening() implements Turn {}

  /**
   * Sends this.
   *
   * @param answer one whole frame or several
   */
  record Answering(Frame answer) implements Turn {}

  /** Leaves the line. */
  record Ended(Broken why) implements Turn {}

  /** Sends these frames if there are any. */
  static Turn sending(Frame answers) {
    return answers.isEmpty() ? new Listening() : new Answering(answers);
  }
}
