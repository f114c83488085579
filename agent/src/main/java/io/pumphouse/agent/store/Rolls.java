package io.pumphouse.agent.store;

import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.agent.store.roll.Chunk;
import java.util.Optional;

/** Chunks of steps in the database. Pure functions over a session. */
final class Rolls {
  private Rolls() {}

  /** A chunk, packed; empty if it has no value. */
  static Optional<byte[]> of(Session session, Chunk chunk) {
    return session
        .rows("SELECT payload FROM roll WHERE id = ?", row -> row.bytes(1), chunk.id())
        .stream()
        .findFirst();
  }

  /** Keeps a chunk instead of what there was; an empty one is not kept. */
  static void put(Session session, Chunk chunk, byte[] sheet) {
    if (sheet.length == 0) {
      session.run("DELETE FROM roll WHERE id = ?", chunk.id());
    } else {
      session.run("INSERT OR REPLACE INTO roll VALUES (?, ?)", chunk.id(), sheet);
    }
  }
}
