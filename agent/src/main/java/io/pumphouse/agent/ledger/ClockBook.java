package io.pumphouse.agent.ledger;

import io.pumphouse.agent.clock.ClockMemory;
import io.pumphouse.agent.clock.Era;
import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Remembers in {@code ledger.db} how the clock went in the last {@value ClockRows#BOOTS} boots.
 * Thread-safe; waits for the disk. Why it refuses, the ledger's check tells.
 */
final class ClockBook implements ClockMemory {
  private final String bootId;
  private final Database database;

  ClockBook(String bootId, Database database) {
    this.bootId = bootId;
    this.database = database;
  }

  @Override
  public Optional<Recalled> recall() {
    Outcome<Recalled> outcome =
        database.run(
            session ->
                new Recalled(ClockRows.eras(session, bootId), ClockRows.past(session, bootId)));
    return switch (outcome) {
      case Done<Recalled>(Recalled all) -> Optional.of(all);
      case Failed<Recalled> _ -> Optional.empty();
    };
  }

  @Override
  public boolean keep(List<Era> eras, Duration seen) {
    Outcome<Boolean> outcome =
        database.run(
            session -> {
              ClockRows.keep(session, bootId, eras, seen);
              return true;
            });
    return outcome instanceof Done<Boolean>;
  }

  @Override
  public void mended(String boot) {
    Outcome<Boolean> unused =
        database.run(
            session -> {
              ClockRows.mended(session, boot);
              return true;
            });
    // If it failed, the next start mends again, which moves nothing twice.
  }
}
