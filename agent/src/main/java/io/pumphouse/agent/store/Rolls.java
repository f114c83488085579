package io.pumphouse.agent.store;

import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.agent.store.roll.Chunk;
import java.util.HashMap;
import java.util.Map;
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

  /** Every chunk between two of a level that has a value, packed, by its number; one question. */
  static Map<Long, byte[]> between(Session session, Chunk first, Chunk last) {
    Map<Long, byte[]> found = new HashMap<>();
    session.each(
        "SELECT id, payload FROM roll WHERE id BETWEEN ? AND ?",
        row -> found.put(row.number(1), row.bytes(2)),
        first.id(),
        last.id());
    return found;
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
