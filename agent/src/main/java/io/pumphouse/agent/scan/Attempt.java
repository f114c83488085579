package io.pumphouse.agent.scan;

import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.Wire;
import java.time.Duration;

/**
 * One thing to try.
 *
 * @param wire what to speak
 * @param wiring with these settings
 * @param unit whom to ask; means nothing where the protocol knows no units
 * @param patience how long to wait for each answer
 * @param isThorough whether to ask in every way that some model may need, or only in the usual ones
 */
record Attempt(Wire wire, Wiring wiring, int unit, Duration patience, boolean isThorough) {
  /** One of a protocol that knows no units. */
  static Attempt unaddressed(Wire wire, Wiring wiring, Duration patience) {
    return new Attempt(wire, wiring, 0, patience, true);
  }

  /** The inside of {@code line: {…}} in the configuration. */
  String keys() {
    return Settings.keys(wiring) + (wire.hasUnits() ? ", unit: " + unit : "");
  }

  /** {@code 9600 baud, parity none, unit 1}; {@code 19200 baud, parity none, as a Rego 600}. */
  @Override
  public String toString() {
    return Settings.spoken(wiring)
        + switch (wire) {
          case TCP, RTU, RTU_OVER_TCP -> ", unit " + unit;
          case REGO -> ", as a Rego 600";
          case HUSDATA_H1 -> ", as a Husdata H1";
          case HUSDATA_H66 -> ", as a Husdata H60 or H66";
        };
  }
}
