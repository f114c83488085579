package io.pumphouse.hal.reading;

/**
 * Which of a device's address spaces a register lives in; the words are those of the Modbus
 * specification, section 4.3.
 */
public enum Space {
  COIL("coil"),
  DISCRETE("discrete"),
  INPUT("input"),
  HOLDING("holding");

  private final String word;

  Space(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** Whether one address holds a bit rather than a 16-bit word. */
  public boolean isBits() {
    return this == COIL || this == DISCRETE;
  }
}
