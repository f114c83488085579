package io.pumphouse.agent.insight;

import java.time.Instant;

/**
 * The last value of a register.
 *
 * @param until when the step ended that it was heard in
 * @param moved when it last became another, or was first heard of
 */
record Seen(double value, Instant until, Instant moved) {
  /** The same register, heard again. */
  Seen then(double next, Instant at) {
    return new Seen(next, at, next == value ? moved : at);
  }
}
