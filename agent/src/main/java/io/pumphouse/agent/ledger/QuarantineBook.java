package io.pumphouse.agent.ledger;

import io.pumphouse.agent.poll.Confinement;
import io.pumphouse.agent.poll.QuarantineMemory;
import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.TimeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers in {@code ledger.db} which registers are left alone, and notes an event when one is
 * first refused and when it answers again. Thread-safe. While the disk refuses, changes wait in
 * memory and are tried again with the events; beyond a thousand the oldest are dropped, which costs
 * a probe after the next start.
 */
public final class QuarantineBook implements QuarantineMemory {
  private static final Logger LOG = LoggerFactory.getLogger(QuarantineBook.class);
  private final Database database;
  private final Consumer<Event> events;
  private final TimeSource time;
  private final Backlog<Change> changes = new Backlog<>();
  private Optional<Consumer<List<Confinement>>> recalling = Optional.empty();

  private record Change(Confinement confinement, boolean isRelease, Moment at) {}

  QuarantineBook(Database database, Consumer<Event> events, TimeSource time) {
    this.database = database;
    this.events = events;
    this.time = time;
  }

  /**
   * Hands over everything remembered, once, as soon as the file can be read; waits for nothing.
   *
   * @param ear called on the database's thread
   */
  public void recall(Consumer<List<Confinement>> ear) {
    synchronized (this) {
      recalling = Optional.of(ear);
    }
    database.post(this::retry);
  }

  @Override
  public void confined(Confinement confinement) {
    add(new Change(confinement, false, time.now()));
  }

  @Override
  public void released(Confinement confinement) {
    add(new Change(confinement, true, time.now()));
  }

  private void add(Change change) {
    changes.add(change);
    database.post(this::retry);
  }

  /** On the database's thread. What was remembered is read before anything is changed. */
  void retry() {
    waiting().ifPresent(this::read);
    List<Change> held = changes.held();
    if (!held.isEmpty()) {
      write(held);
    }
  }

  private synchronized Optional<Consumer<List<Confinement>>> waiting() {
    return recalling;
  }

  private void read(Consumer<List<Confinement>> ear) {
    Outcome<List<Confinement>> outcome = database.run(QuarantineRows::all);
    if (outcome instanceof Done<List<Confinement>>(List<Confinement> all)) {
      synchronized (this) {
        recalling = Optional.empty();
      }
      ear.accept(all);
    }
    // Otherwise the ledger's check tells why, and it is tried again.
  }

  private void write(List<Change> held) {
    Outcome<List<Event>> outcome = database.run(session -> written(session, held));
    if (outcome instanceof Done<List<Event>>(List<Event> news)) {
      changes.saved(held);
      news.forEach(this::tell);
    }
  }

  private static List<Event> written(Session session, List<Change> held) {
    List<Event> news = new ArrayList<>();
    for (Change change : held) {
      boolean wasKnown = QuarantineRows.holds(session, change.confinement());
      if (change.isRelease()) {
        QuarantineRows.drop(session, change.confinement());
      } else {
        QuarantineRows.keep(session, change.confinement());
      }
      if (wasKnown == change.isRelease()) {
        news.add(event(change));
      }
    }
    return news;
  }

  private static Event event(Change change) {
    Confinement one = change.confinement();
    String register = "register " + one.register();
    return change.isRelease()
        ? new Event(
            change.at(),
            Event.Kind.REGISTER_BACK,
            one.pump().name(),
            register + " answers again; it had refused " + one.refusals() + " times in a row")
        : new Event(
            change.at(),
            Event.Kind.REGISTER_REFUSED,
            one.pump().name(),
            register + " was refused with code " + one.exception() + "; it is asked less often");
  }

  private void tell(Event event) {
    LOG.info("{} {}: {}", event.kind().word(), event.pump(), event.text());
    events.accept(event);
  }
}
