package io.pumphouse.agent.store;

import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.agent.store.roll.Chunk;
import io.pumphouse.agent.store.roll.Grid;
import io.pumphouse.agent.store.roll.Holding;
import io.pumphouse.agent.store.roll.Level;
import io.pumphouse.agent.store.roll.Ruler;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Which chunks are due. Hours are noted in the transaction that brings their readings, and chunks
 * made of an hour in the one that brings the hour; so whatever is not due is right, also after a
 * power cut. Pure functions over a session.
 */
final class Dues {
  private static final long HOUR = 3_600_000;

  private Dues() {}

  /** There are new readings between two times, the last of which may hold for a while. */
  static void touch(Session session, long from, long to) {
    long last = Math.floorDiv(to + Holding.LONGEST, HOUR);
    for (long hour = Math.floorDiv(from, HOUR); hour <= last; hour++) {
      add(session, new Chunk(Level.MINUTE, hour));
    }
  }

  /** A no-op, which also writes nothing, if it is already due. */
  static void add(Session session, Chunk chunk) {
    session.run("INSERT OR IGNORE INTO due VALUES (?)", chunk.id());
  }

  /** What is made of an hour is due again. */
  static void addAbove(Session session, Grid grid, Chunk hour) {
    long from = grid.ruler(hour).from();
    for (Level level : List.of(Level.QUARTER, Level.HOUR, Level.DAY)) {
      add(session, grid.at(level, from));
    }
    if (!grid.at(Level.DAY, from).equals(grid.at(Level.DAY, from + HOUR - 1))) {
      add(session, grid.at(Level.DAY, from + HOUR - 1));
    }
  }

  static void remove(Session session, Chunk chunk) {
    session.run("DELETE FROM due WHERE id = ?", chunk.id());
  }

  /** What is due between two times at this level and those it is made of. */
  static Set<Chunk> between(Session session, Grid grid, Level coarsest, long from, long to) {
    Set<Chunk> dues = new HashSet<>();
    for (Level level : coarsest.downwards()) {
      session.each(
          "SELECT id FROM due WHERE id BETWEEN ? AND ?",
          row -> dues.add(Chunk.of(row.number(1))),
          grid.at(level, from).id(),
          grid.at(level, to - 1).id());
    }
    return dues;
  }

  /** The earliest that are due at a level, at most so many. */
  static List<Chunk> earliest(Session session, Level level, int most) {
    return session.rows(
        "SELECT id FROM due WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?",
        row -> Chunk.of(row.number(1)),
        Chunk.first(level).id(),
        Chunk.last(level).id(),
        most);
  }

  /** From when on anything of a level is due; the end of time if nothing is. */
  static long since(Session session, Grid grid, Level level) {
    return earliest(session, level, 1).stream()
        .map(grid::ruler)
        .mapToLong(Ruler::from)
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }

  /** The hours that some times are in, and those into which values may hold. */
  static Set<Chunk> hoursOf(LongStream walls) {
    Set<Chunk> hours = new HashSet<>();
    walls.forEach(
        wall -> {
          long last = Math.floorDiv(wall + Holding.LONGEST, HOUR);
          for (long hour = Math.floorDiv(wall, HOUR); hour <= last; hour++) {
            hours.add(new Chunk(Level.MINUTE, hour));
          }
        });
    return hours;
  }
}
