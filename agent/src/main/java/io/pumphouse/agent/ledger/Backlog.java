package io.pumphouse.agent.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What is not on the disk yet. Bounded: when there is no more room, the oldest go, and are counted.
 * Thread-safe; nobody waits here but for a few instructions.
 */
final class Backlog<T> {
  private static final int ROOM = 1_000;

  private final Deque<T> entries = new ArrayDeque<>();
  private long dropped;

  synchronized void add(T entry) {
    entries.addLast(entry);
    if (entries.size() > ROOM) {
      entries.removeFirst();
      dropped++;
    }
  }

  /** What waits, oldest first. */
  synchronized List<T> held() {
    return new ArrayList<>(entries);
  }

  synchronized void saved(List<T> safe) {
    while (!entries.isEmpty() && safe.contains(entries.getFirst())) {
      entries.removeFirst();
    }
  }

  synchronized long dropped() {
    return dropped;
  }
}
