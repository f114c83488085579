package io.pumphouse.agent.ledger;

import io.pumphouse.agent.sqlite.Row;
import io.pumphouse.agent.sqlite.Schema;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.web.model.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The events in {@code ledger.db}, and its schema. Pure functions over a session. */
final class Entries {
  static final Schema SCHEMA =
      new Schema(
          List.of(
              List.of(
                  "PRAGMA application_id = 0x5048686C", // "PHhl": house, ledger
                  "CREATE TABLE event (id INTEGER PRIMARY KEY, wall INTEGER NOT NULL,"
                      + " boot TEXT NOT NULL, mono INTEGER NOT NULL, kind TEXT NOT NULL,"
                      + " pump TEXT NOT NULL, text TEXT NOT NULL)"),
              List.of(QuarantineRows.TABLE),
              AlarmRows.TABLE,
              ClockRows.TABLES,
              RecordingRows.TABLES,
              List.of(SessionRows.TABLE),
              List.of(WearBook.TABLE),
              RunRows.TABLES,
              RunRows.INDEXES,
              List.of(PulseBook.TABLE)));

  private Entries() {}

  static void insert(Session session, String bootId, Event event) {
    session.run(
        "INSERT INTO event (wall, boot, mono, kind, pump, text) VALUES (?, ?, ?, ?, ?, ?)",
        event.at().wall().toEpochMilli(),
        bootId,
        event.at().sinceBoot().toMillis(),
        event.kind().word(),
        event.pump(),
        event.text());
  }

  /** In the order they were noted, backwards: the wall clock may have jumped in between. */
  static List<Event> latest(Session session, int most) {
    return session.rows(
        "SELECT wall, mono, kind, pump, text FROM event ORDER BY id DESC LIMIT ?",
        Entries::event,
        most);
  }

  /** Those of one pump whose time lies between, newest first. */
  static List<Event> of(Session session, String pump, Span span, int most) {
    return session.rows(
        "SELECT wall, mono, kind, pump, text FROM event"
            + " WHERE pump = ? AND wall >= ? AND wall < ? ORDER BY id DESC LIMIT ?",
        Entries::event,
        pump,
        span.from().toEpochMilli(),
        span.to().toEpochMilli(),
        most);
  }

  private static Event event(Row row) {
    Moment at = new Moment(Instant.ofEpochMilli(row.number(1)), Duration.ofMillis(row.number(2)));
    return new Event(at, Event.Kind.of(row.text(3)), row.text(4), row.text(5));
  }
}
