package io.pumphouse.agent.store;

import io.pumphouse.agent.poll.Batch;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.agent.store.pack.Bundle;
import io.pumphouse.agent.store.pack.Packer;
import io.pumphouse.agent.store.pack.Point;
import io.pumphouse.agent.store.pack.Strands;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;

/**
 * Raw readings in the database. A block is one row, appended in the order of time and rewritten at
 * most when it is bound with its neighbours; it spans at most {@link #LONGEST_MILLIS} of wall time,
 * so that a range of time is a range of the index. Pure functions over a session.
 */
final class Blocks {
  /** Two hours that are bound, and the block at their end that reaches over it. */
  static final long LONGEST_MILLIS = Loose.MILLIS + Pieces.LONGEST_MILLIS;

  /** Stands for the boot of what this machine did not hear itself. */
  private static final String BACKFILL = "backfill";

  private Blocks() {}

  /** Appends the batches as one block, or several where one would be too long; says how many. */
  static int append(Session session, String bootId, List<Batch> batches) {
    long boot = boot(session, bootId);
    SeriesNumbers series = new SeriesNumbers(session);
    Pieces pieces = new Pieces();
    batches.forEach(batch -> pieces.add(points(batch, series)));
    pieces.all().forEach(piece -> insert(session, boot, piece));
    return pieces.all().size();
  }

  /**
   * Adds what was heard elsewhere or long ago, under wall times that are sure; time since boot is
   * not, so the wall clock tells how long values held.
   */
  static int fill(Session session, List<Batch> batches) {
    long boot = boot(session, BACKFILL);
    session.run("UPDATE boot SET sure = 1 WHERE id = ? AND sure = 0", boot);
    SeriesNumbers series = new SeriesNumbers(session);
    Pieces pieces = new Pieces();
    batches.forEach(
        batch -> pieces.add(points(batch, series).stream().map(Blocks::byWall).toList()));
    pieces.all().forEach(piece -> insert(session, boot, piece));
    return pieces.all().size();
  }

  /**
   * The next blocks after a spot that reach into a range of time, in the order of time.
   *
   * @param from milliseconds since 1970, inclusive
   * @param to exclusive
   */
  static List<Block> overlapping(Session session, long from, long to, Spot after, int most) {
    return session.rows(
        "SELECT from_wall, to_wall, block.id, boot_id, shift, payload"
            + " FROM block INDEXED BY block_wall CROSS JOIN boot ON boot.id = block.boot"
            + " WHERE from_wall >= ? AND from_wall < ? AND to_wall >= ?"
            + " AND (from_wall, to_wall, block.id) > (?, ?, ?)"
            + " ORDER BY from_wall, to_wall, block.id LIMIT ?",
        row ->
            new Block(
                new Spot(row.number(1), row.number(2), row.number(3)),
                row.text(4),
                row.number(5),
                row.bytes(6)),
        Math.max(from - LONGEST_MILLIS, after.from()),
        to,
        from,
        after.from(),
        after.to(),
        after.id(),
        most);
  }

  /** The next blocks after a spot that begin in a stretch of {@link Loose#MILLIS}. */
  static List<Part> parts(Session session, long from, Spot after, int most) {
    return session.rows(
        "SELECT from_wall, to_wall, id, boot, shift, payload, from_mono"
            + " FROM block INDEXED BY block_wall WHERE from_wall >= ? AND from_wall < ?"
            + " AND (from_wall, to_wall, id) > (?, ?, ?)"
            + " ORDER BY from_wall, to_wall, id LIMIT ?",
        Part::of,
        Math.max(from, after.from()),
        from + Loose.MILLIS,
        after.from(),
        after.to(),
        after.id(),
        most);
  }

  static void delete(Session session, long id) {
    session.run("DELETE FROM block WHERE id = ?", id);
  }

  /** The number of the newest block, 0 if there is none. */
  static long newest(Session session) {
    return session.number("SELECT ifnull(max(id), 0) FROM block");
  }

  /** The registers of one pump by the number their series has. */
  static Map<Integer, RegisterId> registers(Session session, PumpId pump) {
    Map<Integer, RegisterId> registers = new HashMap<>();
    session.each(
        "SELECT id, register FROM series WHERE pump = ?",
        row -> registers.put((int) row.number(1), new RegisterId(row.text(2))),
        pump.name());
    return registers;
  }

  /** Adds what was heard as one block, unless it is nothing. */
  static void insert(Session session, long boot, Strands strands) {
    if (strands.size() > 0) {
      Dues.touch(session, strands.firstWall(), strands.lastWall());
      insert(session, newest(session) + 1, boot, strands, Bundle.pack(strands));
    }
  }

  /** Adds a block under a number that is free. */
  static void insert(Session session, long id, long boot, Strands strands, byte[] payload) {
    session.run(
        "INSERT INTO block (id, boot, from_wall, to_wall, from_mono, payload)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        id,
        boot,
        strands.firstWall(),
        strands.lastWall(),
        strands.firstMono(),
        payload);
  }

  private static void insert(Session session, long boot, List<List<Point>> polls) {
    LongSummaryStatistics walls =
        polls.stream().flatMap(List::stream).mapToLong(Point::wall).summaryStatistics();
    Dues.touch(session, walls.getMin(), walls.getMax());
    session.run(
        "INSERT INTO block (boot, from_wall, to_wall, from_mono, payload) VALUES (?, ?, ?, ?, ?)",
        boot,
        walls.getMin(),
        walls.getMax(),
        polls.getFirst().getFirst().mono(),
        Packer.pack(polls));
  }

  static long boot(Session session, String bootId) {
    session.run(
        "INSERT INTO boot (boot_id, first_block)"
            + " VALUES (?, (SELECT ifnull(max(id), 0) + 1 FROM block)) ON CONFLICT DO NOTHING",
        bootId);
    return session.number("SELECT id FROM boot WHERE boot_id = ?", bootId);
  }

  private static List<Point> points(Batch batch, SeriesNumbers numbers) {
    return batch.samples().stream()
        .map(sample -> new Point(numbers.of(batch.pump(), sample.register()), sample))
        .toList();
  }

  private static Point byWall(Point point) {
    Instant wall = point.sample().takenAt().wall();
    Moment at = new Moment(wall, Duration.ofMillis(Math.max(0, wall.toEpochMilli())));
    return new Point(
        point.series(),
        switch (point.sample()) {
          case Reading reading -> new Reading(reading.register(), at, reading.raw());
          case Missing missing -> new Missing(missing.register(), at);
          case Invalid invalid -> new Invalid(invalid.register(), at, invalid.fault());
        });
  }
}
