package io.pumphouse.hal.modbus;

import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Space;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The addresses across which this pump does not answer in one request, as learned from its
 * refusals. Confined to the thread that owns the bus.
 */
final class Cuts {
  private final Map<Space, NavigableSet<Integer>> cuts = new EnumMap<>(Space.class);

  /** From now on no request reaches from below this address to it or beyond. */
  void before(Space space, int address) {
    cuts.computeIfAbsent(space, _ -> new TreeSet<>()).add(address);
  }

  /** From now on this register is asked for alone. */
  void around(Register register) {
    before(register.space(), register.address());
    before(register.space(), register.end());
  }

  /** Whether a request from {@code from} (inclusive) to {@code end} (exclusive) crosses a cut. */
  boolean divide(Space space, int from, int end) {
    NavigableSet<Integer> known = cuts.get(space);
    return known != null && !known.subSet(from, false, end, false).isEmpty();
  }
}
