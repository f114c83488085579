package io.pumphouse.hal.reading;

import java.util.Locale;

/**
 * How a device lays a number out. An 8-bit number fills a whole register; a 32-bit number takes
 * two.
 */
public enum RegisterType {
  BIT(1, 0, 1),
  U8(1, 0, 0xFF),
  S8(1, Byte.MIN_VALUE, Byte.MAX_VALUE),
  U16(1, 0, 0xFFFF),
  S16(1, Short.MIN_VALUE, Short.MAX_VALUE),
  U32(2, 0, 0xFFFF_FFFFL),
  S32(2, Integer.MIN_VALUE, Integer.MAX_VALUE);

  private final int width;
  private final long lowest;
  private final long highest;

  RegisterType(int width, long lowest, long highest) {
    this.width = width;
    this.lowest = lowest;
    this.highest = highest;
  }

  /** How many addresses it occupies: 1 or 2. */
  public int width() {
    return width;
  }

  public long lowest() {
    return lowest;
  }

  public long highest() {
    return highest;
  }

  /** The word register maps use: {@code u16}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
