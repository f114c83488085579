package io.pumphouse.hal.sim;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be made to go wrong in a virtual pump, and between it and whoever asks it. */
public enum SimFault {
  /** The answer comes after the asker has given up. */
  LATE,
  /** No answer. */
  SILENT,
  /** The answer arrives with one bit wrong. */
  GARBLED,
  /** The answer stops half-way. */
  SHORT,
  /** The pump answers that it has failed inside (Modbus exception 4). */
  EXCEPTION,
  /** The line breaks off. */
  UNPLUG,
  /** The brine pump has got stuck, and the pump has stopped with an alarm until that is reset. */
  ALARM;

  /** The word on the command line: {@code late}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The fault with this word, or empty if there is none. */
  public static Optional<SimFault> of(String word) {
    return Arrays.stream(values()).filter(fault -> fault.word().equals(word)).findFirst();
  }
}
