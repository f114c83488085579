package io.pumphouse.web.model;

/** What came of an order about a job. Immutable. */
public sealed interface JobAnswer {
  /** It is done, or begun. */
  record Done(String said) implements JobAnswer {}

  /**
   * It is not done, and nothing changed.
   *
   * @param cause why not
   * @param next what to do
   */
  record Refused(String cause, String next) implements JobAnswer {}
}
