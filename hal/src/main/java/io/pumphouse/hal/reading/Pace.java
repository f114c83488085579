package io.pumphouse.hal.reading;

/** How often a metric is worth asking for, as a multiple of the pump's poll interval. */
public enum Pace {
  /** Temperatures, states, power: every poll. */
  LIVE(1),
  /** Counters of hours, starts and energy, which move slowly: every twelfth poll. */
  COUNTER(12),
  /** What only a person changes: every sixtieth poll. */
  SETTING(60),
  /** What is only written, or only looked at when somebody asks: never by itself. */
  ON_DEMAND(0);

  private final int polls;

  Pace(int polls) {
    this.polls = polls;
  }

  public int polls() {
    return polls;
  }
}
