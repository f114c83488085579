package io.pumphouse.hal.map;

import io.pumphouse.hal.reading.Space;

/**
 * Addresses that a device answers for in one request.
 *
 * @param space the address space
 * @param first the first address
 * @param last the last address, inclusive
 */
public record AddressRange(Space space, int first, int last) {
  public AddressRange {
    if (first < 0 || last > 0xFFFF || first > last) {
      throw new IllegalArgumentException(
          space.word() + " " + first + "-" + last + " is no address range");
    }
  }

  /** Whether all of {@code from} (inclusive) to {@code end} (exclusive) lies inside. */
  public boolean covers(Space askedSpace, int from, int end) {
    return askedSpace == space && from >= first && end - 1 <= last;
  }

  /** As map files write it: {@code input 0-174}, {@code holding 116}. */
  @Override
  public String toString() {
    return space.word() + " " + first + (last == first ? "" : "-" + last);
  }
}
