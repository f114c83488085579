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
  private static final int LOOKED_INTO = 32;

  private Census() {}

  static Facts take(Session session, StoreConfig config, long fileBytes, int damaged) {
    return new Facts(
        session.number("SELECT count(*) FROM series"),
        session.number("SELECT count(*) FROM block"),
        samples(session),
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

  /** Some blocks, evenly spread, stand for all, by their bytes: a bound one holds two hours. */
  private static Headcount samples(Session session) {
    List<Weight> blocks =
        session.rows(
            "SELECT id, length(payload) FROM block ORDER BY id",
            row -> new Weight(row.number(1), row.number(2)));
    int step = Math.max(1, Math.ceilDiv(blocks.size(), LOOKED_INTO));
    long samples = 0;
    long bytes = 0;
    for (int i = 0; i < blocks.size(); i += step) {
      samples += samples(session, blocks.get(i).id());
      bytes += blocks.get(i).bytes();
    }
    long all = blocks.stream().mapToLong(Weight::bytes).sum();
    return step == 1
        ? new Headcount(samples, false)
        : new Headcount(Math.round((double) samples * all / bytes), true);
  }

  private static long samples(Session session, long id) {
    return session
        .rows("SELECT payload FROM block WHERE id = ?", row -> Headcount.of(row.bytes(1)), id)
        .getFirst();
  }

  /** The earliest reading and the latest; empty while there are none. */
  static List<Instant> ends(Session session) {
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

  private record Weight(long id, long bytes) {}
}
