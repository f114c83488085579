package io.pumphouse.agent.store;

import io.pumphouse.agent.sqlite.Session;
import java.util.List;

/**
 * Which stretches of time have blocks that are still to be bound. Noted in the transaction that
 * rolls an hour up, taken away in the one that binds. Pure functions over a session.
 */
final class Loose {
  /** How long a stretch is; they begin at whole multiples of it since 1970. */
  static final long MILLIS = 7_200_000;

  private Loose() {}

  /** Something in the stretch that a time is in may be bound. */
  static void note(Session session, long wall) {
    session.run("INSERT OR IGNORE INTO loose VALUES (?)", Math.floorDiv(wall, MILLIS));
  }

  /** Where the earliest begin that have ended before a time, at most so many. */
  static List<Long> earliest(Session session, long endedBefore, int most) {
    return session.rows(
        "SELECT stretch FROM loose WHERE stretch < ? ORDER BY stretch LIMIT ?",
        row -> row.number(1) * MILLIS,
        Math.floorDiv(endedBefore, MILLIS),
        most);
  }

  /** All that could be bound is. */
  static boolean remove(Session session, long from) {
    session.run("DELETE FROM loose WHERE stretch = ?", Math.floorDiv(from, MILLIS));
    return true;
  }
}
