package io.pumphouse.web.order;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Numbers that each order is carried out once by, so that a page that is reloaded or a button that
 * is pressed twice writes nothing again. Bounded: the oldest unused goes. Thread-safe.
 */
final class Tickets {
  static final int MOST = 64;

  private final Set<String> open = new LinkedHashSet<>();

  /** A new one. */
  synchronized String draw() {
    String ticket = UUID.randomUUID().toString();
    open.add(ticket);
    if (open.size() > MOST) {
      open.remove(open.iterator().next());
    }
    return ticket;
  }

  /** Whether it was open; from now on it is not. */
  synchronized boolean take(String ticket) {
    return open.remove(ticket);
  }
}
