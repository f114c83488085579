package io.pumphouse.hal.line;

import java.nio.file.Path;

/** Where the driver of a serial port is told about RS-485. */
interface Rs485Driver {
  /** What came of telling it. */
  sealed interface Reply {}

  /**
   * What is in force now: drivers leave out what they cannot do, and say so only when asked.
   *
   * @param words as the driver gives them
   */
  record Took(Rs485Words words) implements Reply {}

  /**
   * Nothing has changed.
   *
   * @param errno Linux's number for why
   */
  record Refused(int errno) implements Reply {}

  /** Tells the driver of this port, which is open already, and asks what it made of it. */
  Reply tell(Path device, Rs485Words wanted);
}
