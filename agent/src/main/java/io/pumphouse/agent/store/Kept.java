package io.pumphouse.agent.store;

import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.agent.store.roll.Level;

/**
 * From when on each level is whole, in milliseconds since 1970: what retention took away is not
 * made anew from what is left. Pure functions over a session.
 */
final class Kept {
  private static final int RAW = 0;

  private Kept() {}

  static long rawSince(Session session) {
    return since(session, RAW);
  }

  static long since(Session session, Level level) {
    return since(session, level.number());
  }

  static void rawIsGoneBefore(Session session, long wall) {
    raise(session, RAW, wall);
  }

  static void isGoneBefore(Session session, Level level, long wall) {
    raise(session, level.number(), wall);
  }

  private static long since(Session session, int level) {
    return session.number(
        "SELECT ifnull(max(since), -9223372036854775808) FROM kept WHERE level = ?", level);
  }

  private static void raise(Session session, int level, long wall) {
    session.run(
        "INSERT INTO kept VALUES (?, ?) ON CONFLICT (level) DO UPDATE SET since = excluded.since"
            + " WHERE excluded.since > since",
        level,
        wall);
  }
}
