package io.pumphouse.hal.modbus;

import java.time.Duration;

/**
 * How one question is treated, where not all on a bus are treated alike.
 *
 * @param answerWithin how long the unit may take from the end of the question to the start of its
 *     answer
 * @param spacing the silence to keep after a good answer
 */
record Manners(Duration answerWithin, Duration spacing) {
  /** A MODBUS 40 answers ids of its LOG.SET this soon (installer manual, p. 15). */
  private static final Duration LISTED = Duration.ofMillis(500);

  /** What suits every question on a bus. */
  static Manners usual(Timing timing) {
    return new Manners(timing.answerWithin(), timing.spacing());
  }

  /**
   * What suits a question for ids of the LOG.SET: the pump has them at hand, and the pause it wants
   * is for all others.
   */
  static Manners listed(Timing timing) {
    return new Manners(LISTED, timing.gap());
  }
}
