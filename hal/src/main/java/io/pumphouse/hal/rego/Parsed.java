package io.pumphouse.hal.rego;

/** What the bytes of an answer amount to. */
sealed interface Parsed<A> {
  /** They have the form of the answer expected. */
  record Sound<A>(A answer) implements Parsed<A> {}

  /**
   * They have not.
   *
   * @param what what is wrong with them, in words
   */
  record Garbled<A>(String what) implements Parsed<A> {}
}
