package io.pumphouse.web.model;

import java.util.Locale;

/** Whether a pump answers. */
public enum LinkState {
  /** Not asked yet. */
  UNTRIED,
  /** It answers. */
  UP,
  /** The line is there, the pump does not answer. */
  SILENT,
  /** There is no line. */
  DOWN;

  /** The word in the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
