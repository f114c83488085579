package io.pumphouse.hal.reading;

/**
 * Which of a device's address spaces a register lives in. The first four are those of Modbus
 * (specification, section 4.3), the next three those of the Rego 600 service protocol, each with a
 * read command of its own, then the flat list of a Husdata gateway. The last is on no line at all.
 */
public enum Space {
  COIL("coil"),
  DISCRETE("discrete"),
  INPUT("input"),
  HOLDING("holding"),
  PANEL("panel"),
  SYSTEM("system"),
  TIMER("timer"),
  GATEWAY("gateway"),
  /** The pins of this machine; the address is the pin, as the chip counts (BCM). */
  BOARD("board");

  private final String word;

  Space(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** How many addresses a number of this layout takes: two words, or one id of a gateway. */
  public int addresses(RegisterType type) {
    return this == GATEWAY ? 1 : type.width();
  }

  /** Whether one address holds a bit rather than a 16-bit word. */
  public boolean isBits() {
    return this == COIL || this == DISCRETE;
  }
}
