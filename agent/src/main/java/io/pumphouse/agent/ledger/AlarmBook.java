package io.pumphouse.agent.ledger;

import io.pumphouse.agent.poll.AlarmMemory;
import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.ActiveAlarm;
import io.pumphouse.web.model.ActiveAlarm.Since;
import io.pumphouse.web.model.Alarms;
import io.pumphouse.web.model.PastAlarm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers in {@code ledger.db} which alarms are active and which were, and notes an event when
 * one comes and when it is over: each once, however often the agent is restarted meanwhile.
 * Thread-safe. While the disk refuses, changes wait in memory and are tried again with the events.
 */
public final class AlarmBook implements AlarmMemory {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmBook.class);

  private final String bootId;
  private final Database database;
  private final Consumer<Event> events;
  private final TimeSource time;
  private final Backlog<Change> changes = new Backlog<>();
  private Optional<Consumer<List<Remembered>>> recalling = Optional.empty();

  private enum Kind {
    APPEARED,
    CLEARED,
    ENDED_UNSEEN
  }

  private record Change(Kind kind, PumpId pump, ActiveAlarm alarm, Moment at) {
    String code() {
      return alarm.alarm().code();
    }

    boolean isAcquaintance() {
      return kind == Kind.APPEARED && alarm.since() instanceof Since.BeforeStart;
    }
  }

  AlarmBook(String bootId, Database database, Consumer<Event> events, TimeSource time) {
    this.bootId = bootId;
    this.database = database;
    this.events = events;
    this.time = time;
  }

  /**
   * Hands over every alarm that was active when the agent last looked, once, as soon as the file
   * can be read; waits for nothing.
   *
   * @param ear called on the database's thread
   */
  public void recall(Consumer<List<Remembered>> ear) {
    synchronized (this) {
      recalling = Optional.of(ear);
    }
    database.post(this::retry);
  }

  @Override
  public void appeared(PumpId pump, ActiveAlarm alarm) {
    add(Kind.APPEARED, pump, alarm);
  }

  @Override
  public void cleared(PumpId pump, ActiveAlarm alarm) {
    add(Kind.CLEARED, pump, alarm);
  }

  @Override
  public void endedUnseen(PumpId pump, ActiveAlarm alarm) {
    add(Kind.ENDED_UNSEEN, pump, alarm);
  }

  private void add(Kind kind, PumpId pump, ActiveAlarm alarm) {
    changes.add(new Change(kind, pump, alarm, time.now()));
    database.post(this::retry);
  }

  @Override
  public List<PastAlarm> past(PumpId pump) {
    Outcome<List<PastAlarm>> outcome =
        database.run(session -> AlarmRows.past(session, pump, Alarms.PAST_MOST));
    return switch (outcome) {
      case Done<List<PastAlarm>>(List<PastAlarm> past) -> past;
      case Failed<List<PastAlarm>> _ -> List.of(); // The ledger's check tells why.
    };
  }

  /** On the database's thread. What was remembered is read before anything is changed. */
  void retry() {
    waiting().ifPresent(this::read);
    List<Change> held = changes.held();
    if (!held.isEmpty()) {
      write(held);
    }
  }

  private synchronized Optional<Consumer<List<Remembered>>> waiting() {
    return recalling;
  }

  private void read(Consumer<List<Remembered>> ear) {
    if (database.run(AlarmRows::open) instanceof Done<List<AlarmRows.Begun>>(var open)) {
      synchronized (this) {
        recalling = Optional.empty();
      }
      ear.accept(open.stream().map(this::remembered).toList());
    }
    // Otherwise the ledger's check tells why, and it is tried again.
  }

  private Remembered remembered(AlarmRows.Begun begun) {
    Since since =
        begun.isSinceSeen()
            ? new Since.At(begun.since().wall(), age(begun))
            : new Since.BeforeStart();
    return new Remembered(begun.pump(), new ActiveAlarm(begun.alarm(), begun.isCertain(), since));
  }

  /** Across boots there is only the wall clock, which may have been behind. */
  private Duration age(AlarmRows.Begun begun) {
    Moment now = time.now();
    Duration age =
        begun.boot().equals(bootId)
            ? begun.since().ageAt(now)
            : Duration.between(begun.since().wall(), now.wall());
    return age.isNegative() ? Duration.ZERO : age;
  }

  private void write(List<Change> held) {
    Outcome<List<Event>> outcome = database.run(session -> written(session, held));
    if (outcome instanceof Done<List<Event>>(List<Event> news)) {
      changes.saved(held);
      news.forEach(this::tell);
    }
  }

  private List<Event> written(Session session, List<Change> held) {
    List<Event> news = new ArrayList<>();
    for (Change change : held) {
      boolean wasOpen = AlarmRows.isOpen(session, change.pump(), change.code());
      if (!(wasOpen && change.isAcquaintance())) {
        keep(session, change);
        news.add(event(change));
      }
    }
    return news;
  }

  /** One of the same code that is still open had an end that nobody saw. */
  private void keep(Session session, Change change) {
    boolean isSeen = change.kind() == Kind.CLEARED;
    AlarmRows.end(session, change.pump(), change.code(), change.at(), bootId, isSeen);
    if (change.kind() == Kind.APPEARED) {
      AlarmRows.begin(
          session,
          new AlarmRows.Begun(
              change.pump(),
              change.alarm().alarm(),
              change.alarm().isCertain(),
              change.alarm().since() instanceof Since.At,
              change.at(),
              bootId));
    }
  }

  private static Event event(Change change) {
    Event.Kind kind = change.kind() == Kind.APPEARED ? Event.Kind.ALARM_ON : Event.Kind.ALARM_OFF;
    return new Event(change.at(), kind, change.pump().name(), words(change));
  }

  private static String words(Change change) {
    String words = change.alarm().words();
    return switch (change.kind()) {
      case APPEARED ->
          change.isAcquaintance() ? words + "; it was there before the agent started" : words;
      case CLEARED -> words + over(change.alarm().since());
      case ENDED_UNSEEN -> words + "; it ended while the agent did not look";
    };
  }

  private static String over(Since since) {
    return switch (since) {
      case Since.At(_, var age) -> "; over after " + age.toSeconds() + " s";
      case Since.BeforeStart _ -> "; over";
    };
  }

  private void tell(Event event) {
    LOG.info("{} {}: {}", event.kind().word(), event.pump(), event.text());
    events.accept(event);
  }
}
