package io.pumphouse.agent.config;

import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.SerialHabit;
import io.pumphouse.hal.map.Wire;
import java.time.Duration;

/**
 * What a model's line is like where {@code line:} says nothing.
 *
 * @param answerWithin how long an answer may take
 * @param serial how a serial port is set up
 * @param hasUnits whether pumps on one line are told apart by unit ids; else one has it alone, and
 *     its protocol leaves nothing of the port to choose
 */
record LineHabit(Duration answerWithin, SerialHabit serial, boolean hasUnits) {
  /** For a model that is not known: all that a line could say is accepted. */
  static final LineHabit UNKNOWN = new LineHabit(Duration.ZERO, SerialHabit.USUAL, true);

  static LineHabit of(Model model) {
    return new LineHabit(
        model.answerWithin(), model.serial(), model.wires().stream().anyMatch(Wire::hasUnits));
  }
}
