package io.pumphouse.hal.modbus;

import io.pumphouse.hal.line.Line.Heard;

/** How one question is put and its answer awaited: the part in which RTU and TCP differ. */
sealed interface Exchange permits RtuExchange, TcpExchange {
  /**
   * Waits until a question may be put.
   *
   * @param from not before this time, in nanoseconds since boot
   * @return silence when it may; bytes when the line does not fall silent; or that it broke
   */
  Heard settle(long from);

  /** Puts the question on a settled line and waits for its answer. */
  Outcome ask(int unit, Question question, Manners manners);
}
