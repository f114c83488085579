package io.pumphouse.hal.rego;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Moment;

/**
 * How a question ended. A Rego has no word for "no", so there is no refusal.
 *
 * @param <A> what the answer says
 */
sealed interface Outcome<A> {
  /**
   * The pump answered.
   *
   * @param at when the answer was complete
   */
  record Answered<A>(A answer, Moment at) implements Outcome<A> {}

  /** There is no answer that can be believed. */
  sealed interface Unanswered<A> extends Outcome<A> {
    Trouble trouble();
  }

  /** The question went out; what a write did is not known. */
  record Failed<A>(Trouble trouble) implements Unanswered<A> {}

  /** The question never left this machine. */
  record Unasked<A>(Trouble trouble) implements Unanswered<A> {}

  /**
   * What went wrong.
   *
   * @param next what a technician should do about it
   * @param at when waiting for an answer ended
   */
  record Trouble(Fault fault, String next, Moment at) {}
}
