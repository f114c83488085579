package io.pumphouse.hal.map;

/**
 * Which half of a 32-bit number is sent first. NIBE sends the low word first, Thermia the high
 * word.
 */
public enum WordOrder {
  LOW_FIRST,
  HIGH_FIRST
}
