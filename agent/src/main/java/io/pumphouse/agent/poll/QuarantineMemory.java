package io.pumphouse.agent.poll;

/**
 * Where it is remembered which registers are left alone, so that a restart need not find out again.
 * Called on bus threads: takes note and returns at once, never throws.
 */
public interface QuarantineMemory {
  /** This register is left alone from now on, or for longer than before. */
  void confined(Confinement confinement);

  /**
   * This register answers again.
   *
   * @param confinement the last that was known of it
   */
  void released(Confinement confinement);
}
