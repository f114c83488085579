package io.pumphouse.agent.scan;

import io.pumphouse.hal.line.Wiring;
import java.time.Duration;

/**
 * One thing to try.
 *
 * @param wiring with these settings
 * @param unit whom to ask; 0 where the protocol knows no units
 * @param patience how long to wait for each answer
 * @param isThorough whether to ask in every way that some model may need, or only in the usual ones
 */
record Attempt(Wiring wiring, int unit, Duration patience, boolean isThorough) {
  /** {@code 9600 baud, parity none, unit 1}. */
  @Override
  public String toString() {
    return Settings.spoken(wiring) + ", unit " + unit;
  }
}
