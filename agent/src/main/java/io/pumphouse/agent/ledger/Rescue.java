package io.pumphouse.agent.ledger;

import io.pumphouse.agent.ledger.Event.Kind;
import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.agent.sqlite.Wreck;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Health.Check;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Copies what can be read of a damaged ledger into the one that took its place: events, past
 * alarms, recordings, and how the clock went. One transaction does it and notes an event that names
 * the file, by which nothing is copied twice. Confined to the database's thread but for {@link
 * #check}.
 */
final class Rescue {
  private final String bootId;
  private final Database database;
  private final TimeSource time;
  private final Set<Path> done = new HashSet<>();

  Rescue(String bootId, Database database, TimeSource time) {
    this.bootId = bootId;
    this.database = database;
    this.time = time;
  }

  /** Copies what was not copied yet; what fails is tried again next time. */
  void round() {
    for (Path file : database.damaged()) {
      if (!done.contains(file)
          && database.run(session -> copyOnce(session, file)) instanceof Done<Boolean> _) {
        done.add(file);
      }
    }
  }

  private boolean copyOnce(Session session, Path file) {
    String name = String.valueOf(file.getFileName());
    boolean isNew =
        session.number(
                "SELECT count(*) FROM event WHERE kind = ? AND text LIKE ? || ':%'",
                Kind.LEDGER_RESCUED.word(), name)
            == 0;
    if (isNew) {
      Entries.insert(
          session,
          bootId,
          new Event(time.now(), Kind.LEDGER_RESCUED, "", name + ": " + copied(session, file)));
    }
    return isNew;
  }

  private static String copied(Session session, Path file) {
    try (Wreck wreck = new Wreck(file)) {
      Cargo.BOOTS.copy(wreck, session);
      Cargo.ERAS.copy(wreck, session);
      long events = Cargo.EVENTS.copy(wreck, session);
      long alarms = Cargo.ALARMS.copy(wreck, session);
      long recordings = Cargo.RECORDINGS.copy(wreck, session);
      Cargo.HALVES.copy(wreck, session);
      return "%d events, %d past alarms and %d recordings were copied back"
          .formatted(events, alarms, recordings);
    }
  }

  /** The line of the health board, if writing is well otherwise. Thread-safe. */
  Check check(Check writing) {
    List<Path> damaged = database.damaged();
    return damaged.isEmpty()
        ? writing
        : Check.degraded(
            writing.name(),
            "a damaged file was moved aside to "
                + damaged.getLast()
                + "; what could be read of its events, alarms and recordings is copied back",
            "copy the damaged file away if the rest matters, then delete it");
  }
}
