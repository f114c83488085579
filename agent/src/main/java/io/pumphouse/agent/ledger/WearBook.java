package io.pumphouse.agent.ledger;

import io.pumphouse.agent.health.WearMemory;
import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.sqlite.Session;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Remembers in {@code ledger.db} what was written each day. Thread-safe. Why the disk refuses, the
 * ledger's check tells.
 */
final class WearBook implements WearMemory {
  static final String TABLE =
      "CREATE TABLE wear (day TEXT PRIMARY KEY, millis INTEGER NOT NULL,"
          + " by_agent INTEGER NOT NULL, to_disk INTEGER NOT NULL)";

  /** Days that are kept: more than anybody asks for, should a clock go astray. */
  private static final int KEPT = 31;

  private final Database database;

  WearBook(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Worn> add(LocalDate day, Worn more) {
    return switch (database.run(session -> added(session, day, more))) {
      case Done<Worn>(Worn sum) -> Optional.of(sum);
      case Failed<Worn> _ -> Optional.empty();
    };
  }

  private static Worn added(Session session, LocalDate day, Worn more) {
    if (!more.equals(Worn.NONE)) {
      session.run(
          "INSERT INTO wear VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
              + " millis = millis + excluded.millis, by_agent = by_agent + excluded.by_agent,"
              + " to_disk = to_disk + excluded.to_disk",
          day.toString(),
          more.over().toMillis(),
          more.byAgent(),
          more.toDisk());
      session.run(
          "DELETE FROM wear WHERE day NOT IN (SELECT day FROM wear ORDER BY rowid DESC LIMIT ?)",
          KEPT);
    }
    return session
        .rows(
            "SELECT millis, by_agent, to_disk FROM wear WHERE day = ?",
            row -> new Worn(Duration.ofMillis(row.number(1)), row.number(2), row.number(3)),
            day.toString())
        .stream()
        .findFirst()
        .orElse(Worn.NONE);
  }
}
