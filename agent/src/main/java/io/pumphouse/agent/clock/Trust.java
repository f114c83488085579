package io.pumphouse.agent.clock;

/** Whether the wall clock can be believed. Thread-safe and quick. */
@FunctionalInterface
public interface Trust {
  /**
   * True once something that knows the time has set the clock in this boot, or a battery clock kept
   * it. Retention, schedules and sums per day wait for it.
   */
  boolean isSure();
}
