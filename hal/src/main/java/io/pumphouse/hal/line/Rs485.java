package io.pumphouse.hal.line;

import java.time.Duration;

/** Who makes a serial port send and listen in turn, where two wires carry both. Immutable. */
public sealed interface Rs485 {
  /** Nobody here: the adapter does it itself, or the device tree has said how. */
  record AsFound() implements Rs485 {}

  /**
   * The port's driver does it, by the line RTS.
   *
   * @param whileSending what RTS is while the port sends
   * @param before from the turn to sending to the first bit; whole milliseconds, at most {@link
   *     #LONGEST_DELAY}
   * @param after from the last bit to the turn to listening; likewise
   * @param isTerminated whether the port's own resistor ends the bus, if it has one
   */
  record ByRts(Level whileSending, Duration before, Duration after, boolean isTerminated)
      implements Rs485 {
    public ByRts {
      check(before);
      check(after);
    }

    private static void check(Duration delay) {
      if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
        throw new IllegalArgumentException("delay " + delay + " is outside 0..100 ms");
      }
    }
  }

  /** What a wire is at. */
  enum Level {
    HIGH,
    LOW
  }

  /** The longest that the kernel waits at a turn. */
  Duration LONGEST_DELAY = Duration.ofMillis(100);
}
