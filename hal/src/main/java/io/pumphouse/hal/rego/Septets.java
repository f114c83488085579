package io.pumphouse.hal.rego;

import io.pumphouse.hal.line.Frame;

/**
 * A 16-bit number as three 7-bit groups, highest first, and the check over them: on this wire only
 * the byte that begins a request has its highest bit set.
 */
final class Septets {
  /** Groups in one number. */
  static final int LENGTH = 3;

  private static final int GROUP = 0x7F;
  private static final int TOP_GROUP = 0x03;

  private Septets() {}

  /**
   * The groups of this number.
   *
   * @param word 0 to 65535
   */
  static Frame of(int word) {
    return Frame.of(word >> 14 & TOP_GROUP, word >> 7 & GROUP, word & GROUP);
  }

  /** Whether the groups at this index are those of a 16-bit number. */
  static boolean areWhole(Frame frame, int at) {
    return frame.at(at) <= TOP_GROUP && frame.at(at + 1) <= GROUP && frame.at(at + 2) <= GROUP;
  }

  /**
   * The number whose groups begin at this index, 0 to 65535. What the highest group has beyond two
   * bits is left out: some masters sign-extend it (-1 as {@code 7F 7F 7F}).
   */
  static int word(Frame frame, int at) {
    return (frame.at(at) & TOP_GROUP) << 14
        | (frame.at(at + 1) & GROUP) << 7
        | (frame.at(at + 2) & GROUP);
  }

  /** Exclusive or of the bytes from this index (inclusive) to that one (exclusive). */
  static int check(Frame frame, int from, int to) {
    int check = 0;
    for (int at = from; at < to; at++) {
      check ^= frame.at(at);
    }
    return check;
  }
}
