package io.pumphouse.hal.rego;

import io.pumphouse.hal.line.Frame;
import java.util.Optional;

/**
 * Finds the requests in what a slave hears. No other byte of a request looks like the one that
 * begins it, so whatever stands before one is passed over. Confined to the thread that serves.
 */
final class Listener {
  private final Clerk clerk;
  private Frame unread = Frame.empty();

  Listener(Clerk clerk) {
    this.clerk = clerk;
  }

  /** Takes what was heard; returns the answers to the requests that it completes. */
  Frame heard(Frame bytes) {
    unread = unread.plus(bytes);
    Frame answers = Frame.empty();
    for (forgetUntilStart(0); unread.length() >= Request.LENGTH; forgetUntilStart(0)) {
      Optional<Request> request = Request.of(unread.slice(0, Request.LENGTH));
      answers = answers.plus(request.map(clerk::answer).orElse(Frame.empty()));
      forgetUntilStart(request.isPresent() ? Request.LENGTH : 1);
    }
    return answers;
  }

  private void forgetUntilStart(int from) {
    int start = from;
    while (start < unread.length() && unread.at(start) != Request.START) {
      start++;
    }
    unread = unread.slice(start, unread.length());
  }

  /** Takes note that nothing was heard for longer than any pause within a request. */
  void silence() {
    unread = Frame.empty();
  }

  /** Whether something was heard that is not a whole request yet. */
  boolean isWithinRequest() {
    return !unread.isEmpty();
  }
}
