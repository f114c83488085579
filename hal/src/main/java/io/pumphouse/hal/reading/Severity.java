package io.pumphouse.hal.reading;

import java.util.Locale;

/** How bad an alarm is, as somebody reads the maker's text; makers rarely say it themselves. */
public enum Severity {
  /** Something stopped, or soon will. */
  ALARM,
  /** It runs, and somebody should look. */
  WARNING,
  /** A state of operation, no fault. */
  INFO,
  /** Nobody has said. */
  UNKNOWN;

  /** The word in alarm tables; none for {@link #UNKNOWN}. */
  public String word() {
    return this == UNKNOWN ? "" : name().toLowerCase(Locale.ROOT);
  }
}
