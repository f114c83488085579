package io.pumphouse.agent.store;

import io.pumphouse.agent.config.StoreConfig;
import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.agent.sqlite.Work;
import io.pumphouse.agent.store.roll.Chunk;
import io.pumphouse.agent.store.roll.Grid;
import io.pumphouse.agent.store.roll.Holding;
import io.pumphouse.agent.store.roll.Level;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lets go of what is older than its level is kept, in short turns, and never of what is not rolled
 * up yet. Readings of a boot whose clock nobody ever put right have no age: only a full disk takes
 * them. Confined to one thread.
 */
final class Retention {
  private static final int BLOCKS_PER_TURN = 256;

  /** More than a day, where they are bound: no more than the disk needs. */
  private static final int GIVEN_UP_PER_TURN = 16;

  private static final int CHUNKS_PER_TURN = 16;
  private static final int PAGES_PER_TURN = 512;

  /** Less than this is soon filled again, and moving pages about wears the card. */
  private static final int FREE_PAGES = 4_096;

  private static final long HOUR = 3_600_000;

  private static final String OLD =
      "SELECT block.id FROM block INDEXED BY block_wall CROSS JOIN boot ON boot.id = block.boot"
          + " WHERE from_wall < ? AND to_wall < ? AND sure = 1 LIMIT ?";

  private final Database database;
  private final Grid grid;
  private final Supplier<StoreConfig> config;
  private final List<Bookmark> bookmarks;

  /**
   * @param bookmarks of those who are told what went before they had it
   */
  Retention(Database database, Grid grid, Supplier<StoreConfig> config, List<Bookmark> bookmarks) {
    this.database = database;
    this.grid = grid;
    this.config = config;
    this.bookmarks = bookmarks;
  }

  /**
   * Lets go of what is too old.
   *
   * @param now milliseconds since 1970, by a clock that can be trusted
   */
  void apply(long now) {
    StoreConfig keep = config.get();
    repeat(session -> forgetRaw(session, now - keep.keepRaw().toMillis()));
    long minutes = now - keep.keepMinutes().toMillis();
    repeat(session -> forget(session, Level.MINUTE, minutes));
    long hours = now - keep.keepHours().toMillis();
    repeat(session -> forget(session, Level.QUARTER, hours));
    repeat(session -> forget(session, Level.HOUR, hours));
    repeat(Retention::shrink);
  }

  /** Lets go of the oldest readings whatever their age, one turn's worth; says whether it did. */
  boolean giveUpOldest() {
    return run(
        session -> {
          boolean isAny = forgetOldest(session);
          vacuum(session);
          return isAny;
        });
  }

  private boolean forgetRaw(Session session, long before) {
    long limit =
        Math.floorDiv(
                Math.min(before, Dues.since(session, grid, Level.MINUTE) - Holding.LEAD), HOUR)
            * HOUR;
    bookmarks.forEach(each -> each.losing(session, OLD, limit, limit, BLOCKS_PER_TURN));
    session.run("DELETE FROM block WHERE id IN (" + OLD + ")", limit, limit, BLOCKS_PER_TURN);
    long gone = session.number("SELECT changes()");
    if (gone > 0) {
      Kept.rawIsGoneBefore(session, limit + wholeAgainAfter());
    }
    return gone == BLOCKS_PER_TURN;
  }

  private boolean forgetOldest(Session session) {
    long[] last = {Long.MIN_VALUE, Long.MIN_VALUE};
    session.each(
        "SELECT id, to_wall FROM block WHERE id <= (SELECT max(id) FROM block) - ? ORDER BY id"
            + " LIMIT ?",
        row -> {
          last[0] = row.number(1);
          last[1] = Math.max(last[1], row.number(2));
        },
        Floor.BLOCKS_LEFT,
        GIVEN_UP_PER_TURN);
    if (last[1] == Long.MIN_VALUE) {
      return false;
    }
    bookmarks.forEach(each -> each.losing(session, "SELECT id FROM block WHERE id <= ?", last[0]));
    session.run("DELETE FROM block WHERE id <= ?", last[0]);
    Kept.rawIsGoneBefore(session, Math.ceilDiv(last[1], HOUR) * HOUR + wholeAgainAfter());
    return true;
  }

  private boolean forget(Session session, Level level, long before) {
    long limit = before;
    for (Level above : Level.values()) {
      if (above.isMadeOf(level)) {
        limit = Math.min(limit, Dues.since(session, grid, above));
      }
    }
    Chunk first = grid.at(level, limit);
    session.run(
        "DELETE FROM roll WHERE id IN (SELECT id FROM roll WHERE id BETWEEN ? AND ? LIMIT ?)",
        Chunk.first(level).id(),
        first.id() - 1,
        CHUNKS_PER_TURN);
    long gone = session.number("SELECT changes()");
    if (gone > 0) {
      Kept.isGoneBefore(session, level, grid.ruler(first).from());
    }
    return gone == CHUNKS_PER_TURN;
  }

  /** Gives pages back to the disk where there are many, a piece at a time. */
  private static boolean shrink(Session session) {
    boolean isMuch = session.number("PRAGMA freelist_count") > FREE_PAGES + PAGES_PER_TURN;
    if (isMuch) {
      vacuum(session);
    }
    return isMuch;
  }

  /** One page at a time, for the driver takes only the first step of a pragma without columns. */
  private static void vacuum(Session session) {
    long free = Math.min(PAGES_PER_TURN, session.number("PRAGMA freelist_count"));
    for (long page = 0; page < free; page++) {
      session.run("PRAGMA incremental_vacuum(1)");
    }
  }

  /** Before that an hour could be made only of a part of what it was made of. */
  private static long wholeAgainAfter() {
    return Math.ceilDiv(Holding.LEAD, HOUR) * HOUR;
  }

  private void repeat(Work<Boolean> turn) {
    boolean isMore = true;
    while (isMore) {
      isMore = run(turn);
    }
  }

  private boolean run(Work<Boolean> turn) {
    return switch (database.run(turn)) {
      case Done<Boolean>(Boolean isMore) -> isMore;
      case Failed<Boolean> _ -> false; // the health board tells why
    };
  }
}
