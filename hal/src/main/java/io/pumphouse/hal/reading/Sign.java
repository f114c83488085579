package io.pumphouse.hal.reading;

/**
 * What one question on a line, or one thing overheard on it, was a sign of. The line's counters
 * count these.
 */
public enum Sign {
  /** A believable answer. */
  GOOD("good"),
  /** The unit refused. */
  REFUSED("refused"),
  /** A gateway says that it cannot reach the unit (Modbus exceptions 10 and 11). */
  UNREACHABLE("unreachable"),
  /** Nothing came in time. */
  TIMEOUT("timeout"),
  /** An answer began and broke off. */
  SHORT("short"),
  /** Something with the shape of an answer and a wrong checksum. */
  CHECKSUM("bad_checksum"),
  /** Bytes without the shape of an answer. */
  NOISE("garbled"),
  /** An answer to a question that was given up, or to another one than the last. */
  LATE("late"),
  /** Somebody else answered. */
  FOREIGN("foreign"),
  /** A frame of a conversation that is not ours, overheard. */
  STRANGER("stranger"),
  /** There was no line to ask on. */
  DOWN("line_down");

  private final String word;

  Sign(String word) {
    this.word = word;
  }

  /** The name of its counter in the API. */
  public String word() {
    return word;
  }
}
