package io.pumphouse.hal.reading;

import java.time.Instant;
import java.util.Locale;

/**
 * One frame on a line, for people to read.
 *
 * @param number counts the frames of this line since the agent started, from 1
 * @param at when it went out, or was complete, by the wall clock
 * @param direction who sent it
 * @param unit whom it was for, or who sent it; 0 if unknown
 * @param hex its bytes: {@code 01 03 00 03}; of endless noise only the beginning; empty if there
 *     was no line to send them on
 * @param meaning what it says, in words; may be empty
 * @param fault what was wrong, in words; empty if nothing was
 */
public record TracedFrame(
    long number,
    Instant at,
    Direction direction,
    int unit,
    String hex,
    String meaning,
    String fault) {
  /** Which way a frame went. */
  public enum Direction {
    /** A question of ours. */
    SENT,
    /** What came in answer. */
    HEARD,
    /** What came while nothing was asked. */
    OVERHEARD;

    /** The word in the API. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
