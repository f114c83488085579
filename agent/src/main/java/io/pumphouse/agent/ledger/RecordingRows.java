package io.pumphouse.agent.ledger;

import io.pumphouse.agent.blackbox.Shelf.Half;
import io.pumphouse.agent.blackbox.Shelf.Kept;
import io.pumphouse.agent.sqlite.Row;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.Recording;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The recordings of the black box in {@code ledger.db}. Pure functions over a session. */
final class RecordingRows {
  /** Some twenty alarms say what there is to learn; each takes 10 to 200 KiB. */
  static final int MOST = 20;

  static final List<String> TABLES =
      List.of(
          "CREATE TABLE recording (id INTEGER PRIMARY KEY, pump TEXT NOT NULL,"
              + " wall INTEGER NOT NULL, boot TEXT NOT NULL, mono INTEGER NOT NULL,"
              + " alarm TEXT NOT NULL, UNIQUE (boot, mono, pump))",
          "CREATE TABLE recording_half (recording INTEGER NOT NULL REFERENCES recording"
              + " ON DELETE CASCADE, half TEXT NOT NULL, payload BLOB NOT NULL,"
              + " PRIMARY KEY (recording, half))");

  private RecordingRows() {}

  static void keep(Session session, String boot, RecordingBook.Waiting one) {
    long mono = one.at().sinceBoot().toMillis();
    session.run(
        "INSERT INTO recording (pump, wall, boot, mono, alarm) VALUES (?, ?, ?, ?, ?)"
            + " ON CONFLICT DO NOTHING",
        one.pump().name(),
        one.at().wall().toEpochMilli(),
        boot,
        mono,
        one.alarm());
    session.run(
        "INSERT OR REPLACE INTO recording_half SELECT id, ?, ? FROM recording"
            + " WHERE boot = ? AND mono = ? AND pump = ?",
        one.half().name(),
        one.packed().get(),
        boot,
        mono,
        one.pump().name());
    session.run(
        "DELETE FROM recording WHERE id NOT IN"
            + " (SELECT id FROM recording ORDER BY id DESC LIMIT ?)",
        MOST);
  }

  static List<Recording.Head> list(Session session, PumpId pump) {
    return session.rows(
        "SELECT id, pump, wall, alarm FROM recording WHERE pump = ? ORDER BY id DESC",
        RecordingRows::head,
        pump.name());
  }

  static Optional<Kept> open(Session session, long id) {
    List<byte[]> halves =
        session.rows(
            "SELECT payload FROM recording_half WHERE recording = ? ORDER BY half = ?",
            row -> row.bytes(1),
            id,
            Half.AFTER.name());
    return session
        .rows(
            "SELECT id, pump, wall, alarm, mono FROM recording WHERE id = ?",
            row -> new Kept(head(row), row.number(5), halves),
            id)
        .stream()
        .findFirst();
  }

  private static Recording.Head head(Row row) {
    return new Recording.Head(
        row.number(1), new PumpId(row.text(2)), Instant.ofEpochMilli(row.number(3)), row.text(4));
  }
}
