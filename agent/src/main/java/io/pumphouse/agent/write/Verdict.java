package io.pumphouse.agent.write;

import io.pumphouse.hal.reading.Register;

/** Whether an order may be carried out. */
sealed interface Verdict {
  /** It may: this raw number into this register. */
  record Allowed(Register register, long raw) implements Verdict {}

  /** It may not, and the pump is not even asked. */
  record Forbidden(String cause, String next) implements Verdict {}
}
