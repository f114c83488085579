package io.pumphouse.web.model;

import java.time.Duration;

/** What came of somebody's wish to come in. */
public sealed interface Entry {
  /**
   * Come in.
   *
   * @param secret what their browser shows from now on; told once, never stored
   * @param identity who they are
   */
  record LetIn(String secret, Identity identity) implements Entry {}

  /**
   * No.
   *
   * @param field which field is wrong: {@code code}, {@code user}, {@code password}
   * @param cause what is wrong with it
   */
  record Refused(String field, String cause) implements Entry {}

  /**
   * Not now: too many tries.
   *
   * @param time how long to wait
   */
  record Wait(Duration time) implements Entry {}

  /**
   * No, for a reason of ours.
   *
   * @param cause what was tried and what came back
   * @param next what to do
   */
  record Failed(String cause, String next) implements Entry {}
}
