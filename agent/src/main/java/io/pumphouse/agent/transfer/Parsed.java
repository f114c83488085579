package io.pumphouse.agent.transfer;

/** What one line of a file is. */
sealed interface Parsed {
  /** A reading. */
  record Found(Row row) implements Parsed {}

  /** Nothing to store: a head, a remark, an empty line. */
  record Aside() implements Parsed {}

  /**
   * Not to be understood.
   *
   * @param reason what is wrong, and what is accepted
   */
  record Wrong(String reason) implements Parsed {}
}
