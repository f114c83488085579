package io.pumphouse.hal.pump;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Moment;

/** How a write to the pump ended. None of them is ever repeated behind the caller's back. */
public sealed interface Written {
  Moment at();

  /**
   * The pump took it, and reading it back gave the same number. An alarm reset is a button that
   * springs back: there the pump's yes is all there is, and nothing is read back.
   */
  record Done(long raw, Moment at) implements Written {}

  /**
   * The pump said yes, but reading it back gave another number: it does not do what it was told.
   *
   * @param raw what it says now
   */
  record Ignored(long raw, Moment at) implements Written {}

  /**
   * The pump said no; nothing changed.
   *
   * @param fault its refusal
   */
  record Refused(Fault fault, Moment at) implements Written {}

  /** The question never left this machine; nothing changed. */
  record NotSent(String cause, String next, Moment at) implements Written {}

  /**
   * The question went out and no answer that can be believed came back, or the reading back failed:
   * it may or may not have taken effect.
   *
   * @param fault what went wrong
   */
  record Unknown(Fault fault, String next, Moment at) implements Written {}
}
