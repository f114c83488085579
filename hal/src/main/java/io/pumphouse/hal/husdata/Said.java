package io.pumphouse.hal.husdata;

/** What one line from the gateway amounts to. */
sealed interface Said {
  /**
   * A number that the label behind it confirms.
   *
   * @param id 0 to FFFF hex, the register's address
   * @param raw as the device means it, sign and all
   */
  record Labelled(int id, int raw) implements Said {}

  /** A number without a label: all there is after a restart, or what is left of a labelled line. */
  record Bare(int id, int raw) implements Said {}

  /** A command confirmed, or an empty line: no number, and nothing wrong. */
  record Echo() implements Said {}

  /** No line of the protocol. */
  record Damaged() implements Said {}
}
