package io.pumphouse.web.model;

import java.util.Locale;

/** How a run ended. */
public enum RunOutcome {
  /** Everything is there. */
  SUCCEEDED,
  /** There is a copy, and something about it needs a look. */
  WARNED,
  /** The destination was not there, so nothing was tried. */
  SKIPPED,
  FAILED,
  /** Somebody stopped it. */
  CANCELLED,
  /** The agent or the machine stopped under it. */
  INTERRUPTED;

  /** The word in the API: {@code succeeded}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
