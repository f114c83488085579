package io.pumphouse.hal.pump;

/** How the line to a pump is. */
public sealed interface Link {
  /** Why the pump does not answer, in words; empty when nothing is wrong. */
  default String cause() {
    return "";
  }

  /** What a technician should do about it; empty when nothing is wrong. */
  default String next() {
    return "";
  }

  /** Nothing has been asked yet. */
  record Untried() implements Link {}

  /**
   * The pump answers; single registers may still fail.
   *
   * @param cause why whole groups of them are not even asked for; empty when they are
   * @param next what a technician should do about it; empty when nothing is wrong
   */
  record Up(String cause, String next) implements Link {
    /** With nothing wrong. */
    public Up() {
      this("", "");
    }
  }

  /** The line is there, but the pump does not answer in a way that can be believed. */
  record Silent(String cause, String next) implements Link {}

  /** There is no line: the port is missing or the connection is refused. */
  record Down(String cause, String next) implements Link {}
}
