package io.pumphouse.hal.gpio;

/** What the agent listens to. */
public enum Input implements Use {
  /** The pulses of an electricity meter (S0, IEC 62053-31): active while the meter's contact is. */
  S0_METER("s0-meter");

  private final String key;

  Input(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }
}
