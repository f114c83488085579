package io.pumphouse.hal.modbus;

import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Space;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What this pump does not answer in one request, as learned from its refusals: addresses no request
 * may reach across, and registers that are asked for alone. Confined to the thread that owns the
 * bus.
 */
final class Cuts {
  private final Map<Space, NavigableSet<Integer>> before = new EnumMap<>(Space.class);
  private final Set<Register> alone = new LinkedHashSet<>();
  private final List<Hunt> hunts = new ArrayList<>();
  private int version;

  /** Grows whenever something was learned, so that whoever keeps plans can tell old ones. */
  int version() {
    return version;
  }

  /** From now on no request reaches from below this address to it or beyond. */
  void before(Space space, int address) {
    if (before.computeIfAbsent(space, _ -> new TreeSet<>()).add(address)) {
      version++;
    }
  }

  /** From now on this register is asked for alone, and no request bridges it. */
  void around(Register register) {
    if (alone.add(register)) {
      version++;
    }
    hunts.forEach(hunt -> hunt.found(register));
    endHunts();
  }

  /**
   * This block was refused: its halves are asked for apart until it is known of each register
   * whether that is to blame.
   */
  void halve(Block refused) {
    hunts.stream()
        .filter(hunt -> hunt.covers(refused))
        .findFirst()
        .ifPresentOrElse(hunt -> hunt.halve(refused), () -> hunts.add(new Hunt(refused)));
    version++;
  }

  /** The registers of this block are not to blame. */
  void heard(Block answered) {
    if (!hunts.isEmpty()) {
      hunts.forEach(hunt -> hunt.heard(answered.registers()));
      endHunts();
    }
  }

  private void endHunts() {
    List<Hunt> over = hunts.stream().filter(Hunt::isOver).toList();
    if (!over.isEmpty()) {
      hunts.removeAll(over);
      version++;
      over.forEach(hunt -> hunt.gaps().forEach(address -> before(hunt.space(), address)));
    }
  }

  /** This register answered, so it may share a request again. */
  void mend(Register register) {
    if (alone.remove(register)) {
      version++;
    }
  }

  /** Whether a request from {@code from} (inclusive) to {@code end} (exclusive) crosses a cut. */
  boolean divide(Space space, int from, int end) {
    NavigableSet<Integer> known = before.get(space);
    if (known != null && !known.subSet(from, false, end, false).isEmpty()) {
      return true;
    }
    return hunts.stream().anyMatch(hunt -> hunt.divides(space, from, end))
        || isBridged(space, from, end);
  }

  private boolean isBridged(Space space, int from, int end) {
    return alone.stream()
        .anyMatch(
            register ->
                register.space() == space
                    && (isInside(register.address(), from, end)
                        || isInside(register.end(), from, end)));
  }

  private static boolean isInside(int cut, int from, int end) {
    return from < cut && cut < end;
  }
}
