package io.pumphouse.agent.store;

import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.agent.sqlite.Trouble;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.TimeSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * What is stored and not yet passed on to one receiver, in the order in which it was stored.
 * Nothing is copied: a bookmark in {@code readings.db} tells how far that is, so whatever becomes
 * of the file becomes of it too. It is written every ten minutes at most; what was passed on since
 * is passed on again after a power cut, and nothing is left out. Thread-safe.
 */
public final class Outbox {
  private final Database database;
  private final Bookmark bookmark;
  private final Unplaced unplaced;
  private final Damages damages;
  private final BooleanSupplier settled;

  /**
   * @param settled whether all wall times in the file are right, as far as anybody knows
   * @param bootId what the kernel calls this boot of the machine
   */
  Outbox(
      Database database,
      Bookmark bookmark,
      Damages damages,
      BooleanSupplier settled,
      String bootId,
      TimeSource time) {
    this.database = database;
    this.bookmark = bookmark;
    this.unplaced = new Unplaced(bootId, time);
    this.damages = damages;
    this.settled = settled;
  }

  /**
   * What comes next. Reads the disk: ask on a thread that may wait.
   *
   * @param passed everything up to this block is with the receiver
   * @param reached look behind this one, which may be further
   */
  public Next next(long passed, long reached) {
    return switch (database.run(session -> look(session, passed, reached))) {
      case Done<Next>(Next next) -> next;
      case Failed<Next>(var trouble) -> {
        unplaced.waitAnew(); // nothing can be put right meanwhile
        yield new Next.Refused(trouble);
      }
    };
  }

  /** Writes the bookmark now, such as before the end. */
  public void keep(long passed) {
    Outcome<Boolean> unused = database.run(session -> bookmark.keep(session, passed));
  }

  /** How many samples nobody could pass on in time: retention or a full disk took them. */
  public long lost() {
    return bookmark.lost();
  }

  private Next look(Session session, long passed, long reached) {
    if (!bookmark.isIn(session, passed)) {
      return new Next.From(bookmark.begin(session));
    }
    bookmark.pass(session, passed);
    List<Row> rows =
        session.rows(
            "SELECT block.id, from_wall, to_wall, boot_id, shift, payload, sure"
                + " FROM block JOIN boot ON boot.id = block.boot"
                + " WHERE block.id > ? ORDER BY block.id LIMIT 1",
            row ->
                new Row(
                    new Block(
                        new Spot(row.number(2), row.number(3), row.number(1)),
                        row.text(4),
                        row.number(5),
                        row.bytes(6)),
                    row.number(7) == 1),
            reached);
    return rows.isEmpty() ? new Next.Nothing() : next(session, rows.getFirst());
  }

  /** Asked after the block was fetched: what was stamped by a clock gone wrong, comes later. */
  private Next next(Session session, Row row) {
    if (!settled.getAsBoolean()) {
      return new Next.Unsure();
    }
    return switch (unplaced.judge(row.block().bootId(), row.isSure())) {
      case RIGHT -> {
        bookmark.show(row.block().id());
        yield new Next.Found(new Portion(row.block(), series(session), damages));
      }
      case PERHAPS_LATER -> new Next.Unsure();
      case NEVER -> {
        bookmark.leaveOut(session, row.block().id(), row.block().headcount());
        yield new Next.From(row.block().id());
      }
    };
  }

  private static Map<Integer, Portion.Series> series(Session session) {
    Map<Integer, Portion.Series> series = new HashMap<>();
    session.each(
        "SELECT id, pump, register FROM series",
        row ->
            series.put(
                (int) row.number(1),
                new Portion.Series(new PumpId(row.text(2)), new RegisterId(row.text(3)))));
    return series;
  }

  private record Row(Block block, boolean isSure) {}

  /** What comes next for a receiver. */
  public sealed interface Next {
    /** Some readings. */
    record Found(Portion portion) implements Next {}

    /** Nothing: all that is stored is passed on. */
    record Nothing() implements Next {}

    /** Nothing yet: their time may still be put right. */
    record Unsure() implements Next {}

    /**
     * Go on behind this block: it is the first look, or the file is another one, or what came next
     * will never be told.
     */
    record From(long block) implements Next {}

    /** The database refuses. */
    record Refused(Trouble why) implements Next {}
  }
}
