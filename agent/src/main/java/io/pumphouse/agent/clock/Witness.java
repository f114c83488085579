package io.pumphouse.agent.clock;

/** By whom the time is known; each is better than those before it. */
public enum Witness {
  /** Nobody: the clock says what it says. */
  NOBODY,
  /** A person set it, and it stood for a while. */
  HAND,
  /** A clock with a battery kept it while the power was off. */
  BATTERY,
  /** A time server. */
  NETWORK;

  boolean isSure() {
    return this != NOBODY;
  }
}
