package io.pumphouse.agent.ledger;

import io.pumphouse.agent.clock.Era;
import io.pumphouse.agent.clock.PastBoot;
import io.pumphouse.agent.clock.Witness;
import io.pumphouse.agent.sqlite.Row;
import io.pumphouse.agent.sqlite.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the clock went, and how far its mistakes are mended, in {@code ledger.db}. All times are
 * milliseconds. Pure functions over a session.
 */
final class ClockRows {
  /** Boots that are remembered; a machine that starts daily is known for some months. */
  static final int BOOTS = 100;

  static final List<String> TABLES =
      List.of(
          "CREATE TABLE boot (id INTEGER PRIMARY KEY, boot TEXT NOT NULL UNIQUE,"
              + " seen INTEGER NOT NULL, mended INTEGER NOT NULL DEFAULT 0,"
              + " moved_to INTEGER NOT NULL DEFAULT 0)",
          "CREATE TABLE era (boot TEXT NOT NULL REFERENCES boot (boot) ON DELETE CASCADE,"
              + " start INTEGER NOT NULL, zero INTEGER NOT NULL, witness TEXT NOT NULL,"
              + " PRIMARY KEY (boot, start))");

  private ClockRows() {}

  static void keep(Session session, String boot, List<Era> eras, Duration seen) {
    remember(session, boot);
    session.run("UPDATE boot SET seen = ? WHERE boot = ?", seen.toMillis(), boot);
    session.run("DELETE FROM era WHERE boot = ?", boot);
    for (Era era : eras) {
      session.run(
          "INSERT OR REPLACE INTO era VALUES (?, ?, ?, ?)",
          boot,
          era.from().toMillis(),
          era.zero().toEpochMilli(),
          era.witness().name());
    }
  }

  private static void remember(Session session, String boot) {
    session.run("INSERT INTO boot (boot, seen) VALUES (?, 0) ON CONFLICT DO NOTHING", boot);
    session.run(
        "DELETE FROM boot WHERE id <= (SELECT max(id) FROM boot) - ? AND boot <> ?", BOOTS, boot);
  }

  static List<Era> eras(Session session, String boot) {
    return session.rows(
        "SELECT start, zero, witness FROM era WHERE boot = ? ORDER BY start", ClockRows::era, boot);
  }

  /** The other boots, oldest first. */
  static List<PastBoot> past(Session session, String but) {
    record Head(String boot, long seen, boolean isMended) {}
    List<Head> heads =
        session.rows(
            "SELECT boot.boot, max(seen, ifnull(latest, 0)), mended FROM boot LEFT JOIN"
                + " (SELECT boot, max(mono) AS latest FROM event GROUP BY boot) AS event"
                + " ON event.boot = boot.boot WHERE boot.boot <> ? ORDER BY id",
            row -> new Head(row.text(1), row.number(2), row.number(3) != 0),
            but);
    List<PastBoot> past = new ArrayList<>();
    for (Head head : heads) {
      List<Era> eras = eras(session, head.boot());
      if (!eras.isEmpty()) {
        past.add(new PastBoot(head.boot(), eras, Duration.ofMillis(head.seen()), head.isMended()));
      }
    }
    return past;
  }

  static void mended(Session session, String boot) {
    session.run("UPDATE boot SET mended = 1 WHERE boot = ?", boot);
  }

  /**
   * Moves what was stamped in a boot and has not been moved yet: events, recordings, runs, alarms.
   */
  static void move(Session session, String boot, Duration before, Duration by) {
    remember(session, boot);
    long movedTo = session.number("SELECT moved_to FROM boot WHERE boot = ?", boot);
    AlarmRows.move(session, boot, Duration.ofMillis(movedTo), before, by);
    for (String table : List.of("event", "recording", "job_run")) {
      session.run(
          "UPDATE " + table + " SET wall = wall + ? WHERE boot = ? AND mono < ? AND mono >= ?",
          by.toMillis(),
          boot,
          before.toMillis(),
          movedTo);
    }
    session.run(
        "UPDATE boot SET moved_to = max(moved_to, ?) WHERE boot = ?", before.toMillis(), boot);
  }

  private static Era era(Row row) {
    return new Era(
        Duration.ofMillis(row.number(1)),
        Instant.ofEpochMilli(row.number(2)),
        witness(row.text(3)));
  }

  /** A word of a newer version counts as nobody's, which costs a look at the machine. */
  private static Witness witness(String word) {
    return Arrays.stream(Witness.values())
        .filter(witness -> witness.name().equals(word))
        .findFirst()
        .orElse(Witness.NOBODY);
  }
}
