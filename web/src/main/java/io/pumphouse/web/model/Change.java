package io.pumphouse.web.model;

/** What came of a wish to change who may do what. */
public sealed interface Change {
  /**
   * It is done and will survive a power cut.
   *
   * @param what for a person
   */
  record Done(String what) implements Change {}

  /**
   * It is not, because of what was wished for.
   *
   * @param field which of the fields is wrong; empty when it is none of them
   * @param cause what is wrong with it
   */
  record Refused(String field, String cause) implements Change {}

  /**
   * It is not, for a reason of ours.
   *
   * @param cause what was tried and what came back
   * @param next what to do
   */
  record Failed(String cause, String next) implements Change {}
}
