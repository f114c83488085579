package io.pumphouse.agent.store;

import io.pumphouse.agent.sqlite.Row;
import io.pumphouse.agent.sqlite.Session;

/**
 * A block that may be bound with its neighbours.
 *
 * @param boot the number of its boot
 * @param fromMono its first time since boot
 * @param length of its payload, in bytes
 */
record Part(Block block, long boot, long fromMono, long length) {
  /** As {@link Blocks#parts} asks for it. */
  static Part of(Row row) {
    Spot spot = new Spot(row.number(1), row.number(2), row.number(3));
    byte[] payload = row.bytes(6);
    Block block = new Block(spot, "", row.number(5), payload);
    return new Part(block, row.number(4), row.number(7), payload.length);
  }

  long id() {
    return block.id();
  }

  /** False once it was moved, cut in two or given up. */
  boolean isStillIn(Session session) {
    return session.number(
            "SELECT count(*) FROM block WHERE id = ? AND boot = ? AND from_wall = ?"
                + " AND to_wall = ? AND from_mono = ? AND length(payload) = ?",
            id(),
            boot,
            block.spot().from(),
            block.spot().to(),
            fromMono,
            length)
        > 0;
  }
}
