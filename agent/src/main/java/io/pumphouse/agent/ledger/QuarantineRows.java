package io.pumphouse.agent.ledger;

import io.pumphouse.agent.poll.Confinement;
import io.pumphouse.agent.sqlite.Row;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import java.time.Instant;
import java.util.List;

/** The registers that are left alone, in {@code ledger.db}. Pure functions over a session. */
final class QuarantineRows {
  static final String TABLE =
      "CREATE TABLE quarantine (pump TEXT NOT NULL, model TEXT NOT NULL, firmware TEXT NOT NULL,"
          + " register TEXT NOT NULL, exception INTEGER NOT NULL, refusals INTEGER NOT NULL,"
          + " until INTEGER NOT NULL, PRIMARY KEY (pump, model, firmware, register))";

  private static final String SAME = " WHERE pump = ? AND model = ? AND register = ?";

  private QuarantineRows() {}

  /** Whether this register of this pump and model is there, whatever its firmware was. */
  static boolean holds(Session session, Confinement one) {
    return session.number("SELECT count(*) FROM quarantine" + SAME, key(one)) > 0;
  }

  /**
   * Just after the start the count begins anew, before the old one was recalled: it never falls.
   */
  static void keep(Session session, Confinement one) {
    session.run(
        "INSERT INTO quarantine VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
            + " exception = excluded.exception, until = excluded.until,"
            + " refusals = max(refusals, excluded.refusals)",
        one.pump().name(),
        one.model(),
        one.firmware(),
        one.register().name(),
        one.exception(),
        one.refusals(),
        one.until().toEpochMilli());
  }

  static void drop(Session session, Confinement one) {
    session.run("DELETE FROM quarantine" + SAME, key(one));
  }

  private static Object[] key(Confinement one) {
    return new Object[] {one.pump().name(), one.model(), one.register().name()};
  }

  static List<Confinement> all(Session session) {
    return session.rows(
        "SELECT pump, model, firmware, register, exception, refusals, until FROM quarantine",
        QuarantineRows::confinement);
  }

  private static Confinement confinement(Row row) {
    return new Confinement(
        new PumpId(row.text(1)),
        row.text(2),
        row.text(3),
        new RegisterId(row.text(4)),
        (int) row.number(5),
        (int) row.number(6),
        Instant.ofEpochMilli(row.number(7)));
  }
}
