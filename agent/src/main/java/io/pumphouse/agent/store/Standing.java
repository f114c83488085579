package io.pumphouse.agent.store;

import io.pumphouse.agent.sqlite.Trouble;
import io.pumphouse.hal.reading.Moment;

/** How the last attempt to store went. */
sealed interface Standing {
  /** Nothing was tried yet. */
  record Untried() implements Standing {}

  /** The file is open, and there was nothing to store yet. */
  record Ready() implements Standing {}

  /**
   * It went well.
   *
   * @param at when it began: what was heard before is on the disk
   */
  record Stored(Moment at) implements Standing {}

  /**
   * It did not, and is tried again at the next commit.
   *
   * @param trouble why
   */
  record Refused(Trouble trouble) implements Standing {}
}
