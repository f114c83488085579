package io.pumphouse.agent.ledger;

import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.agent.sqlite.Trouble;
import io.pumphouse.web.model.Health.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The events: those on the disk, and those that wait for it. Thread-safe. */
final class Diary {
  static final String NAME = "ledger";

  private static final Logger LOG = LoggerFactory.getLogger(Diary.class);

  private final String bootId;
  private final Database database;
  private final Backlog<Event> notes = new Backlog<>();
  private volatile Check writing = Check.well(NAME, "not opened yet");

  Diary(String bootId, Database database) {
    this.bootId = bootId;
    this.database = database;
  }

  /** Holds an event until {@link #write()}. */
  void add(Event event) {
    notes.add(event);
  }

  /** How the last writing went. */
  Check check() {
    return writing;
  }

  /** Those that are wanted, newest first; what waits is newer than what is stored. */
  List<Event> found(Predicate<Event> isWanted, Function<Session, List<Event>> query, int most) {
    record Found(List<Event> waiting, List<Event> stored) {}
    Outcome<Found> outcome = database.run(session -> new Found(notes.held(), query.apply(session)));
    Found found =
        switch (outcome) {
          case Done<Found>(Found all) -> all;
          case Failed<Found> _ -> new Found(notes.held(), List.of()); // check() tells why
        };
    List<Event> newestFirst = new ArrayList<>(found.waiting().reversed());
    newestFirst.removeIf(isWanted.negate());
    newestFirst.addAll(found.stored());
    return newestFirst.stream().limit(most).toList();
  }

  void retry() {
    if (!notes.held().isEmpty()) {
      write();
    }
  }

  /** On the database's thread, so that nobody finds an event both stored and waiting. */
  void write() {
    List<Event> held = notes.held();
    Outcome<Integer> outcome =
        database.run(
            session -> {
              held.forEach(event -> Entries.insert(session, bootId, event));
              return held.size();
            });
    switch (outcome) {
      case Done<Integer> _ -> {
        notes.saved(held);
        writing = Check.well(NAME, "events are kept" + losses());
      }
      case Failed<Integer>(Trouble why) -> {
        if (writing.isWell()) {
          LOG.warn("events wait: {}; {}", why.cause(), why.next());
        }
        writing = Check.degraded(NAME, why.cause() + losses(), why.next());
      }
    }
  }

  private String losses() {
    return notes.dropped() == 0
        ? ""
        : "; " + notes.dropped() + " events were dropped for want of room";
  }
}
