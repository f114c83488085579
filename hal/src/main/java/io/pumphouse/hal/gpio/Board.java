package io.pumphouse.hal.gpio;

/**
 * The pins of a machine. Thread-safe. Nothing a pin, a driver or a missing board can do makes any
 * of this throw.
 */
public interface Board extends AutoCloseable {
  /** What became of something asked of the board. */
  sealed interface Outcome {}

  /** It is as asked. */
  record Done() implements Outcome {}

  /**
   * It is not.
   *
   * @param cause why, in words
   * @param next what a technician should do about it
   */
  record Failed(String cause, String next) implements Outcome {}

  /**
   * Takes every pin: outputs off, inputs heard from now on. If one cannot be had, none is kept.
   * What was taken before is let go of first, so that this may be tried again at any time.
   */
  Outcome open(Pinout pinout, Edges edges);

  /** Switches an output of the pinout; failed where the board is not open. */
  Outcome set(Output output, boolean isOn);

  /**
   * Switches every output off and lets go of the pins. What a pin does after that, and when the
   * process ends without this, is the kernel's and the wiring's affair. Twice is fine.
   */
  @Override
  void close();
}
