package io.pumphouse.hal.gpio;

/** Hears every change of an input. */
@FunctionalInterface
public interface Edges {
  /**
   * An input has changed. Called on a thread of the board: returns at once, never throws, and asks
   * nothing of the board.
   *
   * @param isActive whether what hangs on the pin is on now
   * @param nanos when, in nanoseconds since boot
   */
  void edge(Input input, boolean isActive, long nanos);
}
