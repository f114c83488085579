package io.pumphouse.agent.store;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many are on their way through the blocks, page by page. Blocks are bound only in a turn at
 * the database in which there is nobody: who comes in after that finds them bound from the first
 * page on, and who is halfway never misses what moved to a place behind him. Thread-safe.
 */
final class Readers {
  private final AtomicInteger underWay = new AtomicInteger();

  /** Before the first page. */
  void enter() {
    underWay.incrementAndGet();
  }

  /** After the last, whatever came of it. */
  void leave() {
    underWay.decrementAndGet();
  }

  boolean isNone() {
    return underWay.get() == 0;
  }
}
