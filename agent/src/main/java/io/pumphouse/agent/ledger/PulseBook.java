package io.pumphouse.agent.ledger;

import io.pumphouse.agent.board.PulseMemory;
import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.hal.reading.PumpId;
import java.util.OptionalLong;

/**
 * Remembers in {@code ledger.db} what the pulse meters have counted. Thread-safe. Why the disk
 * refuses, the ledger's check tells.
 */
final class PulseBook implements PulseMemory {
  static final String TABLE =
      "CREATE TABLE pulse_count (pump TEXT PRIMARY KEY, milliwatt_hours INTEGER NOT NULL)";

  private final Database database;

  PulseBook(Database database) {
    this.database = database;
  }

  @Override
  public OptionalLong recall(PumpId pump) {
    return switch (database.run(
        session ->
            session
                .rows(
                    "SELECT milliwatt_hours FROM pulse_count WHERE pump = ?",
                    row -> row.number(1),
                    pump.name())
                .stream()
                .findFirst()
                .orElse(0L))) {
      case Done<Long>(Long count) -> OptionalLong.of(count);
      case Failed<Long> _ -> OptionalLong.empty();
    };
  }

  @Override
  public boolean keep(PumpId pump, long milliwattHours) {
    return switch (database.run(
        session -> {
          session.run(
              "INSERT INTO pulse_count VALUES (?, ?) ON CONFLICT DO UPDATE SET"
                  + " milliwatt_hours = excluded.milliwatt_hours",
              pump.name(),
              milliwattHours);
          return true;
        })) {
      case Done<Boolean> _ -> true;
      case Failed<Boolean> _ -> false;
    };
  }
}
