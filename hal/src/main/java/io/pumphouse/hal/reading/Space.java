package io.pumphouse.hal.reading;

/**
 * Which of a device's address spaces a register lives in. The first four are those of Modbus
 * (specification, section 4.3), the next three those of the Rego 600 service protocol, each with a
 * read command of its own; the last is the flat list of a Husdata gateway.
 */
public enum Space {
  COIL("coil"),
  DISCRETE("discrete"),
  INPUT("input"),
  HOLDING("holding"),
  PANEL("panel"),
  SYSTEM("system"),
  TIMER("timer"),
  GATEWAY("gateway");

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
