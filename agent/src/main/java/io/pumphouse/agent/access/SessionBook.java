package io.pumphouse.agent.access;

import io.pumphouse.agent.ledger.KeptSession;
import io.pumphouse.agent.ledger.SessionShelf;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Change;
import io.pumphouse.web.model.Entry;
import io.pumphouse.web.model.Identity;
import io.pumphouse.web.model.Role;
import io.pumphouse.web.model.Sessions;
import io.pumphouse.web.model.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Browsers that are logged in: in memory, and on the disk for the next start. Thread-safe. */
final class SessionBook implements Sessions {
  static final int MOST = 64;
  static final Duration LIFE = Duration.ofDays(30);
  static final Duration IDLE_LIFE = Duration.ofDays(7);

  // A write for each click would wear the card.
  private static final Duration SEEN_EVERY = Duration.ofHours(1);

  private final Rolls rolls;
  private final Lock lock;
  private final SessionShelf shelf;
  private final Secrets secrets;
  private final Notebook notebook;
  private final TimeSource time;
  private final Map<String, KeptSession> byDigest = new LinkedHashMap<>();
  private final List<Consumer<String>> ears = new CopyOnWriteArrayList<>();

  SessionBook(
      Rolls rolls,
      Lock lock,
      SessionShelf shelf,
      Secrets secrets,
      Notebook notebook,
      TimeSource time) {
    this.rolls = rolls;
    this.lock = lock;
    this.shelf = shelf;
    this.secrets = secrets;
    this.notebook = notebook;
    this.time = time;
  }

  /** Lets those in again who were in before the restart. */
  void recall() {
    shelf.recall(this::recalled);
  }

  private synchronized void recalled(List<KeptSession> all) {
    all.forEach(session -> byDigest.putIfAbsent(session.digest(), session));
  }

  @Override
  public Entry logIn(String user, String password, Visitor from) {
    return switch (lock.open(user, password, from)) {
      case Lock.Turned.Open(Member member) -> begin(member, from);
      case Lock.Turned.Shut(Entry why) -> why;
    };
  }

  /** Lets somebody in who has proved enough. */
  Entry begin(Member member, Visitor from) {
    String secret = secrets.secret();
    Instant now = time.wall();
    Open open = new Open(secrets.id(), member.name(), from, now, now);
    makeRoom();
    keep(new KeptSession(open, Secrets.digest(secret)));
    notebook.loggedIn(member.name(), from);
    return new Entry.LetIn(secret, identity(member, open));
  }

  private static Identity identity(Member member, Open open) {
    return new Identity(member.name(), member.role(), new Identity.BySession(open.id()));
  }

  private void keep(KeptSession session) {
    synchronized (this) {
      byDigest.put(session.digest(), session);
    }
    shelf.keep(session);
  }

  /** The longest unused goes. */
  private void makeRoom() {
    dropWhere(session -> isOver(session.open()), "it was over");
    List<KeptSession> all = all();
    all.stream()
        .sorted(Comparator.comparing(session -> session.open().seen()))
        .limit(Math.max(0, all.size() - MOST + 1))
        .forEach(oldest -> dropWhere(oldest::equals, "there were too many"));
  }

  @Override
  public Optional<Identity> find(String secret) {
    Optional<KeptSession> found = held(Secrets.digest(secret)).filter(it -> !isOver(it.open()));
    found.ifPresent(this::seen);
    return found.flatMap(
        session ->
            rolls
                .roster()
                .member(session.open().user())
                .map(member -> identity(member, session.open())));
  }

  @Override
  public boolean isOpen(String id) {
    Optional<KeptSession> found =
        all().stream()
            .filter(session -> session.open().id().equals(id) && !isOver(session.open()))
            .findFirst();
    found.ifPresent(this::seen);
    return found.isPresent();
  }

  private synchronized Optional<KeptSession> held(String digest) {
    return Optional.ofNullable(byDigest.get(digest));
  }

  private void seen(KeptSession session) {
    Open open = session.open();
    Instant now = time.wall();
    if (Duration.between(open.seen(), now).abs().compareTo(SEEN_EVERY) >= 0) {
      keep(
          new KeptSession(
              new Open(open.id(), open.user(), open.from(), open.since(), now), session.digest()));
    }
  }

  /** A clock that fell back makes nobody younger than new. */
  private boolean isOver(Open open) {
    Instant now = time.wall();
    return Duration.between(open.since(), now).compareTo(LIFE) > 0
        || Duration.between(open.seen(), now).compareTo(IDLE_LIFE) > 0;
  }

  @Override
  public Subscription whenEnded(Consumer<String> ear) {
    ears.add(ear);
    return () -> ears.remove(ear);
  }

  /** Tells those who listen that a session or token is over. */
  void tellEnded(String id) {
    ears.forEach(ear -> ear.accept(id));
  }

  @Override
  public List<Open> sessions() {
    return all().stream()
        .map(KeptSession::open)
        .filter(open -> !isOver(open))
        .sorted(Comparator.comparing(Open::since).reversed())
        .toList();
  }

  private synchronized List<KeptSession> all() {
    return new ArrayList<>(byDigest.values());
  }

  @Override
  public Change end(Identity by, String id) {
    Predicate<KeptSession> isIt =
        session ->
            session.open().id().equals(id)
                && (by.role() == Role.OWNER || session.open().user().equals(by.user()));
    return dropWhere(isIt, "ended by " + by.user()) == 0
        ? new Change.Refused("", "there is no session \"" + id + "\" of yours any more")
        : new Change.Done("the session is ended");
  }

  /** Ends all of this account but the one with this name; an empty name spares none. */
  void endAllOf(String user, String spared, String why) {
    dropWhere(
        session -> session.open().user().equals(user) && !session.open().id().equals(spared), why);
  }

  private int dropWhere(Predicate<KeptSession> which, String why) {
    List<KeptSession> dropped = all().stream().filter(which).toList();
    for (KeptSession session : dropped) {
      synchronized (this) {
        byDigest.remove(session.digest());
      }
      shelf.drop(session.open().id());
      tellEnded(session.open().id());
      notebook.loggedOut(session.open().user(), why);
    }
    return dropped.size();
  }
}
