package io.pumphouse.agent.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Events that are not on the disk yet. Bounded: when there is no more room, the oldest go, and are
 * counted. Thread-safe; nobody waits here but for a few instructions.
 */
final class Notes {
  private static final int ROOM = 1_000;

  private final Deque<Event> events = new ArrayDeque<>();
  private long dropped;

  synchronized void add(Event event) {
    events.addLast(event);
    if (events.size() > ROOM) {
      events.removeFirst();
      dropped++;
    }
  }

  /** What waits, oldest first. */
  synchronized List<Event> held() {
    return new ArrayList<>(events);
  }

  synchronized void saved(List<Event> safe) {
    while (!events.isEmpty() && safe.contains(events.getFirst())) {
      events.removeFirst();
    }
  }

  synchronized long dropped() {
    return dropped;
  }
}
