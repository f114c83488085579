package io.pumphouse.agent.ledger;

import io.pumphouse.agent.sqlite.Row;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.web.model.Sessions.Open;
import io.pumphouse.web.model.Visitor;
import java.time.Instant;
import java.util.List;

/** The browsers that are logged in, in {@code ledger.db}. Pure functions over a session. */
final class SessionRows {
  static final String TABLE =
      "CREATE TABLE session (id TEXT PRIMARY KEY, user TEXT NOT NULL, address TEXT NOT NULL,"
          + " browser TEXT NOT NULL, since INTEGER NOT NULL, seen INTEGER NOT NULL,"
          + " digest TEXT NOT NULL)";

  private SessionRows() {}

  static void keep(Session session, KeptSession kept) {
    Open open = kept.open();
    session.run(
        "INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
            + " seen = excluded.seen",
        open.id(),
        open.user(),
        open.from().address(),
        open.from().browser(),
        open.since().toEpochMilli(),
        open.seen().toEpochMilli(),
        kept.digest());
  }

  static void drop(Session session, String id) {
    session.run("DELETE FROM session WHERE id = ?", id);
  }

  static void dropAll(Session session) {
    session.run("DELETE FROM session");
  }

  static List<KeptSession> all(Session session) {
    return session.rows(
        "SELECT id, user, address, browser, since, seen, digest FROM session ORDER BY since",
        SessionRows::kept);
  }

  private static KeptSession kept(Row row) {
    return new KeptSession(
        new Open(
            row.text(1),
            row.text(2),
            new Visitor(row.text(3), row.text(4)),
            Instant.ofEpochMilli(row.number(5)),
            Instant.ofEpochMilli(row.number(6))),
        row.text(7));
  }
}
