package io.pumphouse.hal.modbus;

import io.pumphouse.hal.reading.Space;
import java.util.List;

/** The limits that every question must keep; breaking one is a bug of the caller. */
final class Span {
  private static final int END = 0x1_0000;

  private Span() {}

  static void check(Space space, int address, int count, int most) {
    if (count < 1 || count > most) {
      throw new IllegalArgumentException(
          "%d %s addresses in one request: 1 to %d".formatted(count, space.word(), most));
    }
    if (address < 0 || address + count > END) {
      throw new IllegalArgumentException(
          "%s %d..%d is outside 0..65535".formatted(space.word(), address, address + count - 1));
    }
  }

  /** A register of another protocol came here: the map and the wire were not held together. */
  static IllegalArgumentException notModbus(Space space) {
    return new IllegalArgumentException(space.word() + " is no Modbus address space");
  }

  static void checkWritable(Space space, List<Integer> values) {
    int highest =
        switch (space) {
          case COIL -> 1;
          case HOLDING -> 0xFFFF;
          case DISCRETE, INPUT ->
              throw new IllegalArgumentException(space.word() + " addresses cannot be written");
          case PANEL, SYSTEM, TIMER, GATEWAY, BOARD -> throw notModbus(space);
        };
    for (int value : values) {
      if (value < 0 || value > highest) {
        throw new IllegalArgumentException(
            "%d does not fit a %s address".formatted(value, space.word()));
      }
    }
  }
}
