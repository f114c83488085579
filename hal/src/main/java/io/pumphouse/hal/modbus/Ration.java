package io.pumphouse.hal.modbus;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many registers a bus may still ask for: some makers allow only so many a second, however few
 * requests they come in. Counted over every second there is, not over calendar seconds, so that no
 * burst is ever larger. Times are nanoseconds since boot. Confined to the bus thread.
 */
final class Ration {
  private static final long SECOND = 1_000_000_000;

  private final int perSecond;
  private final Deque<Spent> spent = new ArrayDeque<>();
  private int inTheLastSecond;

  private record Spent(long at, int registers) {}

  /**
   * A ration of which nothing is spent.
   *
   * @param perSecond registers in any second; 0 means without limit
   */
  Ration(int perSecond) {
    this.perSecond = perSecond;
  }

  /**
   * The earliest time at which so many more registers may be asked for; one request alone may
   * always be made once nothing else was asked for a second.
   */
  long notBefore(int registers, long now) {
    forget(now);
    int left = perSecond - inTheLastSecond;
    long from = now;
    for (Spent earlier : spent) {
      if (perSecond == 0 || registers <= left) {
        break;
      }
      left += earlier.registers;
      from = earlier.at + SECOND;
    }
    return from;
  }

  /** So many registers are being asked for now. */
  void spend(int registers, long now) {
    if (perSecond > 0) {
      spent.addLast(new Spent(now, registers));
      inTheLastSecond += registers;
    }
  }

  private void forget(long now) {
    while (!spent.isEmpty() && now - spent.getFirst().at >= SECOND) {
      inTheLastSecond -= spent.removeFirst().registers;
    }
  }
}
