package io.pumphouse.hal.map;

import io.pumphouse.hal.line.Wiring.Parity;

/**
 * How a model's serial line is usually set up, where nobody says otherwise. Eight data bits.
 *
 * @param baud bits per second, 300 to 4000000
 * @param parity the parity bit
 * @param stopBits 1 or 2
 */
public record SerialHabit(int baud, Parity parity, int stopBits) {
  /** What most devices come with, and a map that says nothing means. */
  public static final SerialHabit USUAL = new SerialHabit(9600, Parity.NONE, 1);

  /** What a Rego 600 to 637 and a Husdata H1 have, and no other (docs/decisions/006). */
  public static final SerialHabit SERVICE_PORT = new SerialHabit(19_200, Parity.NONE, 1);

  /** As map files write it: {@code 9600 8N1}. */
  @Override
  public String toString() {
    return baud + " 8" + parity.name().charAt(0) + stopBits;
  }
}
