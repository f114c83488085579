package io.pumphouse.agent.store;

import java.util.function.LongSupplier;

/**
 * Keeps some of the disk free for everything else: below the floor the oldest readings go first, in
 * the order they were heard, so that a wrong clock does not matter. Confined to one thread but for
 * {@link #space()}.
 */
final class Floor {
  /** How much there is on the disk. */
  sealed interface Space {
    /** Above the floor. */
    record Enough() implements Space {}

    /**
     * Below it.
     *
     * @param free bytes
     * @param floor bytes
     */
    record Low(long free, long floor) implements Space {}
  }

  /** The newest are not given up: two hours at default settings, and little on any disk. */
  static final int BLOCKS_LEFT = 240;

  /** The disk is looked at again before more is given up: the file shrinks with some delay. */
  private static final int TURNS_PER_ROUND = 32;

  private final LongSupplier free;
  private final long floor;

  /**
   * @param free looks how many bytes are free
   * @param floor how many should be
   */
  Floor(LongSupplier free, long floor) {
    this.free = free;
    this.floor = floor;
  }

  void keep(Retention retention) {
    int turns = 0;
    while (space() instanceof Space.Low && turns < TURNS_PER_ROUND && retention.giveUpOldest()) {
      turns++;
    }
  }

  /** As it is now. Thread-safe. */
  Space space() {
    long now = free.getAsLong();
    return now < floor ? new Space.Low(now, floor) : new Space.Enough();
  }
}
