package io.pumphouse.web;

/** What came of starting the server. */
public sealed interface Start {
  /**
   * It answers.
   *
   * @param port the port it listens on, also when any was asked for
   */
  record Started(int port) implements Start {}

  /**
   * It does not; starting again later may succeed.
   *
   * @param cause what was tried and what came back
   * @param next what a technician can do
   */
  record Failed(String cause, String next) implements Start {}
}
