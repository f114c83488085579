package io.pumphouse.agent.store;

import io.pumphouse.agent.poll.Batch;
import io.pumphouse.agent.sqlite.Schema;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;

/**
 * The tables of {@code readings.db}. A block is one row, appended in the order of time and never
 * rewritten; it spans at most {@link #LONGEST_MILLIS} of wall time, so that a range of time is a
 * range of the index. Pure functions over a session.
 */
final class Blocks {
  static final Schema SCHEMA =
      new Schema(
          List.of(
              List.of(
                  "PRAGMA application_id = 0x50486872", // "PHhr": house, readings
                  "CREATE TABLE boot (id INTEGER PRIMARY KEY, boot_id TEXT NOT NULL UNIQUE)",
                  "CREATE TABLE series (id INTEGER PRIMARY KEY, pump TEXT NOT NULL,"
                      + " register TEXT NOT NULL, UNIQUE (pump, register))",
                  "CREATE TABLE block (id INTEGER PRIMARY KEY,"
                      + " boot INTEGER NOT NULL REFERENCES boot, from_wall INTEGER NOT NULL,"
                      + " to_wall INTEGER NOT NULL, from_mono INTEGER NOT NULL,"
                      + " payload BLOB NOT NULL)",
                  "CREATE INDEX block_wall ON block (from_wall, to_wall)")));

  static final long LONGEST_MILLIS = 3_600_000;

  private Blocks() {}

  /** Appends the batches as one block, or several where one would be too long; says how many. */
  static int append(Session session, String bootId, List<Batch> batches) {
    long boot = boot(session, bootId);
    Map<Key, Integer> series = numbers(session, batches);
    Pieces pieces = new Pieces();
    batches.forEach(batch -> pieces.add(points(batch, series)));
    pieces.all().forEach(piece -> insert(session, boot, piece));
    return pieces.all().size();
  }

  /**
   * The next blocks after {@code after} that reach into a range of time.
   *
   * @param from milliseconds since 1970, inclusive
   * @param to exclusive
   */
  static List<Block> overlapping(Session session, Instant from, Instant to, long after, int most) {
    return session.rows(
        "SELECT block.id, boot_id, payload FROM block JOIN boot ON boot.id = block.boot"
            + " WHERE block.id IN (SELECT id FROM block INDEXED BY block_wall"
            + " WHERE from_wall >= ? AND from_wall < ? AND to_wall >= ? AND id > ?"
            + " ORDER BY id LIMIT ?) ORDER BY block.id",
        row -> new Block(row.number(1), row.text(2), row.bytes(3)),
        from.toEpochMilli() - LONGEST_MILLIS,
        to.toEpochMilli(),
        from.toEpochMilli(),
        after,
        most);
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

  /** How many blocks there are; the table is too long to count. */
  static long count(Session session) {
    return session.number("SELECT ifnull(max(id) - min(id) + 1, 0) FROM block");
  }

  private static void insert(Session session, long boot, List<List<Point>> polls) {
    LongSummaryStatistics walls =
        polls.stream().flatMap(List::stream).mapToLong(Point::wall).summaryStatistics();
    session.run(
        "INSERT INTO block (boot, from_wall, to_wall, from_mono, payload) VALUES (?, ?, ?, ?, ?)",
        boot,
        walls.getMin(),
        walls.getMax(),
        polls.getFirst().getFirst().mono(),
        Packer.pack(polls));
  }

  private static long boot(Session session, String bootId) {
    session.run("INSERT INTO boot (boot_id) VALUES (?) ON CONFLICT DO NOTHING", bootId);
    return session.number("SELECT id FROM boot WHERE boot_id = ?", bootId);
  }

  /**
   * The number of each series, new ones included. Read anew each time, so that a file begun anew
   * never inherits the old one's numbers.
   */
  private static Map<Key, Integer> numbers(Session session, List<Batch> batches) {
    Map<Key, Integer> numbers = new HashMap<>();
    session.each(
        "SELECT pump, register, id FROM series",
        row -> numbers.put(new Key(row.text(1), row.text(2)), (int) row.number(3)));
    for (Batch batch : batches) {
      for (Sample sample : batch.samples()) {
        numbers.computeIfAbsent(Key.of(batch, sample), key -> added(session, key));
      }
    }
    return numbers;
  }

  private static int added(Session session, Key key) {
    session.run("INSERT INTO series (pump, register) VALUES (?, ?)", key.pump(), key.register());
    return (int) session.number("SELECT last_insert_rowid()");
  }

  private static List<Point> points(Batch batch, Map<Key, Integer> numbers) {
    return batch.samples().stream()
        .map(sample -> new Point(numbers.getOrDefault(Key.of(batch, sample), 0), sample))
        .toList();
  }

  private record Key(String pump, String register) {
    static Key of(Batch batch, Sample sample) {
      return new Key(batch.pump().name(), sample.register().name());
    }
  }
}
