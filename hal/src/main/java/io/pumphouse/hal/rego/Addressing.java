package io.pumphouse.hal.rego;

import io.pumphouse.hal.map.AddressRange;
import io.pumphouse.hal.reading.Space;
import java.util.List;
import java.util.OptionalInt;

/**
 * Where the addresses of a register map are on one pump: sensors and outputs sit higher on some
 * controllers (by 2 on a 636), settings and the panel do not. Immutable.
 *
 * @param moving the addresses, as the map has them, that sit elsewhere; empty means all
 * @param offset what is added to those
 */
public record Addressing(List<AddressRange> moving, int offset) {
  /** Sensors and outputs of the Rego 600 family, with room around what is known of them. */
  public static final List<AddressRange> SENSORS_AND_OUTPUTS =
      List.of(new AddressRange(Space.SYSTEM, 0x01F0, 0x02FF));

  public Addressing {
    moving = List.copyOf(moving);
  }

  /** Every address where the map has it. */
  public static Addressing asMapped() {
    return new Addressing(List.of(), 0);
  }

  /** Whether this address of the map sits elsewhere on some controllers. */
  static boolean isMoving(List<AddressRange> moving, Space space, int address) {
    return moving.isEmpty()
        || moving.stream().anyMatch(range -> range.covers(space, address, address + 1));
  }

  /** The address on the wire for this one in the map. */
  int onWire(Space space, int inMap) {
    return isMoving(moving, space, inMap) ? inMap + offset : inMap;
  }

  /** The address in the map for this one on the wire; empty where something has moved away. */
  OptionalInt inMap(Space space, int onWire) {
    int home = onWire - offset;
    if (isMoving(moving, space, home)) {
      return OptionalInt.of(home);
    }
    return isMoving(moving, space, onWire) ? OptionalInt.empty() : OptionalInt.of(onWire);
  }
}
