package io.pumphouse.hal.line;

import io.pumphouse.hal.reading.Fault;

/** How a transaction ended. */
public sealed interface Ending {
  /** A believable answer. */
  record Good() implements Ending {}

  /** Anything else: silence, damage, a refusal, somebody else's frame, no line. */
  record Bad(Fault fault) implements Ending {}
}
