package io.pumphouse.agent.ledger;

import io.pumphouse.agent.backup.RunMemory;
import io.pumphouse.agent.blackbox.Shelf;
import io.pumphouse.agent.board.PulseMemory;
import io.pumphouse.agent.clock.ClockMemory;
import io.pumphouse.agent.clock.NotMoved;
import io.pumphouse.agent.clock.Stamped;
import io.pumphouse.agent.clock.Trust;
import io.pumphouse.agent.health.Lifeline;
import io.pumphouse.agent.health.WearMemory;
import io.pumphouse.agent.sqlite.Contents;
import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.sqlite.Trouble;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Events;
import io.pumphouse.web.model.Happening;
import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.LiveReadings.Subscription;
import io.pumphouse.web.model.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Remembers what happened, in {@code ledger.db}: each event is committed at once, for events are
 * rare. Thread-safe. While the disk refuses, up to a thousand events wait in memory and are tried
 * again each half minute; beyond that the oldest are dropped and {@link #check()} says so.
 */
public final class Ledger implements Events, Stamped, AutoCloseable {
  private static final Span EVER =
      new Span(Instant.ofEpochMilli(Long.MIN_VALUE), Instant.ofEpochMilli(Long.MAX_VALUE));
  private static final Duration RETRY = Duration.ofSeconds(30);

  private final String bootId;
  private final Database database;
  private final Diary diary;
  private final QuarantineBook quarantine;
  private final AlarmBook alarms;
  private final ClockBook clock;
  private final RecordingBook recordings;
  private final SessionShelf sessions;
  private final WearBook wear;
  private final Rescue rescue;
  private final RunBook runs;
  private final PulseBook pulses;
  private final List<Consumer<Happening>> listeners = new CopyOnWriteArrayList<>();

  /**
   * Nothing is opened before {@link #start()}.
   *
   * @param file {@code ledger.db}; its folder exists, or writing waits until it does
   * @param bootId what the kernel calls this boot of the machine
   */
  public Ledger(Path file, String bootId, TimeSource time) {
    this.bootId = bootId;
    this.database = new Database(file, Entries.SCHEMA, time, "ledger-writer");
    this.diary = new Diary(bootId, database);
    this.quarantine = new QuarantineBook(database, this::note, time);
    this.alarms = new AlarmBook(bootId, database, this::note, time);
    this.clock = new ClockBook(bootId, database);
    this.recordings = new RecordingBook(bootId, database);
    this.sessions = new SessionShelf(database);
    this.wear = new WearBook(database);
    this.rescue = new Rescue(bootId, database, time);
    this.runs = new RunBook(bootId, database, this::note, time);
    this.pulses = new PulseBook(database);
  }

  /** The version of its file, as SQLite's {@code user_version}. */
  public static long version() {
    return Entries.SCHEMA.version();
  }

  /** Begins to open the file and to retry what failed; waits for neither. Call once. */
  public void start() {
    database.post(diary::write);
    database.post(rescue::round);
    database.every(RETRY, this::retry);
  }

  /**
   * Lets go of events and past alarms older than this, from now on. Call once, after the start.
   *
   * @param keep asked each time
   */
  public void keepFor(Supplier<Duration> keep, Trust trust, TimeSource time) {
    new Attic(database, keep, trust, time).open();
  }

  /** Which registers are left alone, in the same file. */
  public QuarantineBook quarantine() {
    return quarantine;
  }

  /** Which alarms were active and when, in the same file. */
  public AlarmBook alarms() {
    return alarms;
  }

  /** How the clock went, in the same file. */
  public ClockMemory clock() {
    return clock;
  }

  /** The recordings of the black box, in the same file. */
  public Shelf recordings() {
    return recordings;
  }

  /** What was written each day, in the same file. */
  public WearMemory wear() {
    return wear;
  }

  /** The runs of the backup jobs, in the same file. */
  public RunMemory runs() {
    return runs;
  }

  /** What pulse meters have counted, in the same file. */
  public PulseMemory pulses() {
    return pulses;
  }

  /** What the file takes on the disk, in bytes. */
  public long size() {
    return database.size();
  }

  /** Copies the file; see {@link Database#copyTo}. */
  public Outcome<Contents> copyTo(Path target) {
    database.await(this::retry);
    return database.copyTo(target);
  }

  @Override
  public void move(Duration before, Duration by) {
    moveEarlier(bootId, before, by);
  }

  /** Together with what waits, which was stamped before too; the mark is {@code boot.moved_to}. */
  @Override
  public void moveEarlier(String boot, Duration before, Duration by) {
    database.await(this::retry);
    Check writing = diary.check();
    if (!writing.isWell()) { // what waits would be written with its wrong time after the move
      throw new NotMoved("events keep their wrong times for now: " + writing.cause());
    }
    Outcome<Boolean> outcome =
        database.run(
            session -> {
              ClockRows.move(session, boot, before, by);
              return true;
            });
    if (outcome instanceof Failed<Boolean>(Trouble why)) {
      throw new NotMoved("events keep their wrong times for now: " + why.cause());
    }
  }

  /** Which browsers are logged in, in the same file. */
  public SessionShelf sessions() {
    return sessions;
  }

  /** Takes note and returns at once; the event is on the disk soon after. Never throws. */
  public void note(Event event) {
    diary.add(event);
    database.post(diary::write);
    listeners.forEach(listener -> listener.accept(event.happening()));
  }

  /**
   * The newest events, newest first, those still waiting included. Reads the disk: ask on a thread
   * that may wait.
   *
   * @param most at most so many, from 1
   */
  public List<Event> latest(int most) {
    return diary.found(_ -> true, session -> Entries.latest(session, most), most);
  }

  @Override
  public List<Happening> events(PumpId pump, int most) {
    return events(pump, EVER, most);
  }

  @Override
  public List<Happening> events(PumpId pump, Span span, int most) {
    return diary
        .found(
            event -> event.isOf(pump, span),
            session -> Entries.of(session, pump.name(), span, most),
            most)
        .stream()
        .map(Event::happening)
        .toList();
  }

  @Override
  public Subscription subscribe(Consumer<Happening> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** The line {@code ledger} of the health board; quick. */
  public Check check() {
    Check writing = diary.check();
    return writing.isWell() ? rescue.check(writing) : writing;
  }

  /** Its writer, for the watchdog. */
  public Lifeline writer() {
    return database;
  }

  /** Writes what is waiting and lets go of the file. Never throws; twice is fine. */
  @Override
  public void close() {
    database.await(this::retry);
    database.close();
  }

  private void retry() {
    quarantine.retry();
    alarms.retry();
    recordings.retry();
    sessions.retry();
    diary.retry();
    rescue.round();
  }
}
