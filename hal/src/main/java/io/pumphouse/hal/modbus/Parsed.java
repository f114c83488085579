package io.pumphouse.hal.modbus;

import io.pumphouse.hal.reading.Fault.Damage;

/** What looking for a frame in the bytes heard so far gave. */
sealed interface Parsed {
  /** So far nothing is wrong; more bytes are needed. */
  record Incomplete() implements Parsed {}

  /**
   * A whole, undamaged frame.
   *
   * @param consumed how many of the bytes it took
   */
  record Complete(Adu adu, int consumed) implements Parsed {}

  /**
   * These bytes do not begin a frame, and more bytes will not change that.
   *
   * @param damage what kind of wrong
   * @param what what is wrong with them, in words
   */
  record Garbled(Damage damage, String what) implements Parsed {}
}
