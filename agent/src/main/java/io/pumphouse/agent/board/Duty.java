package io.pumphouse.agent.board;

/** Something that is looked after with every beat of the board. Confined to the board's thread. */
interface Duty {
  /** Does what is due by now, in nanoseconds since boot. */
  void beat(long nanos);

  /** Does what must not be left undone; no beat comes after it. */
  default void end() {}
}
