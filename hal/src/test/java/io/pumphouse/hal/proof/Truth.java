package io.pumphouse.hal.proof;

/**
 * What the device holds: a word for each register that is another one at every moment, so that a
 * word tells of which register and which moment it is. A chance match has odds of 1 in 65,536.
 * Confined to one thread.
 */
final class Truth {
  private long moment;

  /** A moment of the device; each has words of its own. */
  record Now(long moment) {
    /** The word of the register with this number, 0 to 65535. */
    int word(int key) {
      long mixed = (moment << 20 ^ key) * 0x9E37_79B9_7F4A_7C15L;
      mixed = (mixed ^ mixed >>> 29) * 0xBF58_476D_1CE4_E5B9L;
      return (int) (mixed >>> 32) & 0xFFFF;
    }
  }

  /** The next moment. */
  Now next() {
    moment++;
    return new Now(moment);
  }

  /** How many moments there were. */
  long moments() {
    return moment;
  }

  /** Whether this register held this word at some moment after the first {@code since}. */
  boolean held(int key, long word, long since) {
    for (long at = since + 1; at <= moment; at++) {
      if (new Now(at).word(key) == word) {
        return true;
      }
    }
    return false;
  }
}
