package io.pumphouse.agent.ledger;

import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Remembers in {@code ledger.db} which browsers are logged in. Thread-safe. While the disk refuses,
 * what is to be kept or dropped waits in memory, one wish for each session, and is tried again with
 * the events.
 */
public final class SessionShelf {
  private final Database database;
  private final Map<String, Wish> wishes = new LinkedHashMap<>();
  private Optional<Consumer<List<KeptSession>>> recalling = Optional.empty();

  private sealed interface Wish {
    record Keep(KeptSession session) implements Wish {}

    record Drop(String id) implements Wish {}

    record DropAll() implements Wish {}
  }

  SessionShelf(Database database) {
    this.database = database;
  }

  /**
   * Hands over everything remembered, once, as soon as the file can be read; waits for nothing.
   *
   * @param ear called on the database's thread
   */
  public void recall(Consumer<List<KeptSession>> ear) {
    synchronized (this) {
      recalling = Optional.of(ear);
    }
    database.post(this::retry);
  }

  /** Remembers it, soon. */
  public void keep(KeptSession session) {
    wish(session.open().id(), new Wish.Keep(session));
    database.post(this::retry);
  }

  /** Forgets it, and waits for the disk: it must not come back after a power cut. */
  public void drop(String id) {
    wish(id, new Wish.Drop(id));
    database.await(this::retry);
  }

  /** Forgets everybody, before anybody is handed over. */
  public void dropAll() {
    wish("", new Wish.DropAll());
    database.await(this::retry);
  }

  private synchronized void wish(String id, Wish wish) {
    wishes.put(id, wish);
  }

  /** On the database's thread. */
  void retry() {
    waiting().ifPresent(this::read);
    Map<String, Wish> held = held();
    if (!held.isEmpty()
        && database.run(session -> fulfilled(session, held)) instanceof Done<Integer> _) {
      forget(held);
    }
    // Otherwise the ledger's check tells why, and it is tried again.
  }

  private static int fulfilled(Session session, Map<String, Wish> held) {
    for (Wish wish : held.values()) {
      switch (wish) {
        case Wish.Keep(KeptSession kept) -> SessionRows.keep(session, kept);
        case Wish.Drop(String id) -> SessionRows.drop(session, id);
        case Wish.DropAll _ -> SessionRows.dropAll(session);
      }
    }
    return held.size();
  }

  private void read(Consumer<List<KeptSession>> ear) {
    if (database.run(SessionRows::all) instanceof Done<List<KeptSession>>(var all)) {
      synchronized (this) {
        recalling = Optional.empty();
      }
      ear.accept(all);
    }
  }

  private synchronized Optional<Consumer<List<KeptSession>>> waiting() {
    return recalling;
  }

  private synchronized Map<String, Wish> held() {
    return new LinkedHashMap<>(wishes);
  }

  /** A wish that changed meanwhile stays. */
  private synchronized void forget(Map<String, Wish> done) {
    done.forEach(wishes::remove);
  }
}
