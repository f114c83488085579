package io.pumphouse.web.model;

import java.time.Instant;

/**
 * What is to be restored, and what was. Immutable.
 *
 * @param waiting the name of the backup that takes its place when the agent starts again; empty if
 *     none does
 * @param taken when that one was made
 * @param last what was restored last and where the old files are, in English; empty if nothing was
 * @param lastAt when
 */
public record Restoring(String waiting, Instant taken, String last, Instant lastAt) {
  /** Nothing is to be restored, and nothing ever was. */
  public static final Restoring NOTHING = new Restoring("", Instant.EPOCH, "", Instant.EPOCH);

  /** Whether a backup takes its place at the next start. */
  public boolean isWaiting() {
    return !waiting.isEmpty();
  }
}
