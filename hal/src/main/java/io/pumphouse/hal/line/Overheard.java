package io.pumphouse.hal.line;

import io.pumphouse.hal.reading.Moment;

/**
 * Bytes that came while nothing was asked, up to the next silence.
 *
 * @param kind what they look like
 * @param unit the unit that a whole frame among them names; 0 if there is none
 * @param bytes all of them, at least one
 * @param at when the last of them came
 * @param wording what they mean, for when somebody looks
 */
public record Overheard(Kind kind, int unit, Frame bytes, Moment at, Wording wording) {
  /** Whose bytes they seem to be. */
  public enum Kind {
    /** A whole answer to a question that was given up before. */
    LATE,
    /** A whole frame of a conversation that is not ours. */
    STRANGER,
    /** Nothing that makes a frame. */
    NOISE
  }
}
