package io.pumphouse.agent.store;

import io.pumphouse.agent.config.StoreConfig;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.agent.store.roll.Chunk;
import io.pumphouse.agent.store.roll.Level;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what the file holds. */
final class Census {
  private Census() {}

  static Facts take(Session session, StoreConfig config, long fileBytes, int damaged) {
    return new Facts(
        session.number("SELECT count(*) FROM series"),
        session.number("SELECT count(*) FROM block"),
        bytes(session),
        fileBytes,
        ends(session),
        config,
        damaged,
        session.number("SELECT count(*) FROM due"));
  }

  private static Map<String, Long> bytes(Session session) {
    Map<String, Long> bytes = new TreeMap<>();
    bytes.put("raw", session.number("SELECT ifnull(sum(length(payload)), 0) FROM block"));
    for (Level level : Level.values()) {
      bytes.put(
          level.name().toLowerCase(Locale.ROOT),
          session.number(
              "SELECT ifnull(sum(length(payload)), 0) FROM roll WHERE id BETWEEN ? AND ?",
              Chunk.first(level).id(),
              Chunk.last(level).id()));
    }
    return bytes;
  }

  private static List<Instant> ends(Session session) {
    return session
        .rows(
            "SELECT (SELECT min(from_wall) FROM block), (SELECT to_wall FROM block"
                + " INDEXED BY block_wall ORDER BY from_wall DESC LIMIT 1)"
                + " WHERE EXISTS (SELECT 1 FROM block)",
            row ->
                List.of(Instant.ofEpochMilli(row.number(1)), Instant.ofEpochMilli(row.number(2))))
        .stream()
        .findFirst()
        .orElse(List.of());
  }
}
