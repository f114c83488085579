package io.pumphouse.web.model;

import java.util.Locale;

/** What a running job is busy with; they come in this order, and never go back in one attempt. */
public enum RunPhase {
  /** Looking at what there is to do. */
  SCAN,
  COPY,
  /** Waiting until the disk has it. */
  FLUSH,
  /** Comparing what is there with what should be. */
  VERIFY,
  /** Deleting what is no longer to be kept. */
  PRUNE;

  /** The word in the API: {@code scan}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
