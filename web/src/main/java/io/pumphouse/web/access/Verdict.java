package io.pumphouse.web.access;

import io.pumphouse.web.route.Caller;

/** What the doorkeeper decides about one request. */
sealed interface Verdict {
  /** Let in. */
  record Admitted(Caller caller) implements Verdict {}

  /** Nobody owns this server yet. */
  record Unclaimed() implements Verdict {}

  /**
   * Who is it?
   *
   * @param cause why we do not know
   */
  record Unknown(String cause) implements Verdict {}

  /**
   * We know, and no.
   *
   * @param cause why
   */
  record Forbidden(String cause) implements Verdict {}
}
