package io.pumphouse.agent.sqlite;

/** What came of work on a database. Immutable. */
public sealed interface Outcome<T> {
  /**
   * It is done, and what it changed is on the disk.
   *
   * @param value what the work gave
   */
  record Done<T>(T value) implements Outcome<T> {}

  /**
   * It is not done, and nothing was changed.
   *
   * @param trouble why, and what to do
   */
  record Failed<T>(Trouble trouble) implements Outcome<T> {}
}
