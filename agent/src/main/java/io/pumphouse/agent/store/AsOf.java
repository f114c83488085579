package io.pumphouse.agent.store;

import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.agent.store.roll.Holding;
import io.pumphouse.agent.store.roll.Ruler;

/**
 * When readings were looked at, as the file tells it.
 *
 * @param newest the newest block there was
 * @param moved up to when the times of each boot had been put right, all together
 */
record AsOf(long newest, long moved) {
  private static final String MOVED = "SELECT ifnull(sum(moved_to), 0) FROM boot";

  static AsOf now(Session session) {
    return new AsOf(Blocks.newest(session), session.number(MOVED));
  }

  /** Whether readings came in, or were moved, that could change what was made of them. */
  boolean isOutdated(Session session, Ruler ruler) {
    return session.number(MOVED) != moved
        || session.number(
                "SELECT count(*) FROM block WHERE id > ? AND to_wall >= ? AND from_wall < ?",
                newest,
                ruler.from() - Holding.LEAD,
                ruler.to())
            > 0;
  }
}
