package io.pumphouse.hal.modbus;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Moment;
import java.util.List;

/** How a question to a unit ended. There is no fourth way. */
public sealed interface Outcome {
  /** When the answer was complete, or when waiting for it ended. */
  Moment at();

  /**
   * The unit answered this question.
   *
   * @param values one per address asked for or written: 0 or 1 for bits, 0 to 65535 for registers
   */
  record Answered(List<Integer> values, Moment at) implements Outcome {
    public Answered {
      values = List.copyOf(values);
    }
  }

  /**
   * The unit answered that it will not.
   *
   * @param exception the Modbus exception code, 0 to 255
   */
  record Refused(int exception, Moment at) implements Outcome {}

  /**
   * There is no answer that can be believed. Whether a write took effect is not known.
   *
   * @param next what a technician should do about it
   */
  record Failed(Fault fault, String next, Moment at) implements Outcome {}
}
