package io.pumphouse.hal.reading;

/**
 * What asking for one register gave: a value, "not fitted", or no believable answer and why. There
 * is no fourth case; an old value is never repeated and an absent one is never zero.
 */
public sealed interface Sample permits Reading, Missing, Invalid {
  RegisterId register();

  /** When the answer was complete on the line, or when waiting for it ended. */
  Moment takenAt();
}
