package io.pumphouse.hal.rego;

import java.time.LocalDateTime;

/**
 * An entry of the error log in the pump. It stays there after the error is gone, so it never says
 * that anything is wrong now: that is for the alarm output or the alarm lamp to say.
 *
 * @param wireCode the code as it comes over the wire, counted from 0, below 255
 * @param at when it happened by the pump's own clock, which knows no time zone
 */
public record RegoError(int wireCode, LocalDateTime at) {
  public RegoError {
    if (wireCode < 0 || wireCode >= LogEntry.NONE) {
      throw new IllegalArgumentException("wire code " + wireCode + " is outside 0..254");
    }
  }

  /** The code as the pump's display and its manual have it, counted from 1. */
  public int displayCode() {
    return wireCode + 1;
  }
}
