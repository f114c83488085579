package io.pumphouse.agent.store;

import io.pumphouse.agent.clock.Stamped;
import io.pumphouse.agent.clock.Trust;
import io.pumphouse.agent.config.StoreConfig;
import io.pumphouse.agent.health.Lifeline;
import io.pumphouse.agent.poll.Batch;
import io.pumphouse.agent.poll.Subscriber;
import io.pumphouse.agent.sqlite.Contents;
import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.store.roll.Grid;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Health.Check;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Keeps every sample, in {@code readings.db}. What is heard waits in memory and is committed at
 * each commit interval, as one packed block; so at most one interval is lost when the process or
 * the machine dies. Between commits it is rolled up to minutes, quarters of an hour, hours and
 * local days. Thread-safe.
 *
 * <p>When the disk refuses, samples go on waiting and every interval tries again. There is room for
 * {@value #ROOM} samples, more than an hour of 45 registers every 5 s; beyond that the oldest are
 * dropped and counted, and {@link #check()} says so.
 *
 * <p>A value holds until the next sample of its register, but at most three times as long as it
 * came after the one before, and never longer than 75 minutes.
 */
public final class ReadingStore implements Subscriber, Stamped, AutoCloseable {
  static final int ROOM = 40_000;

  private static final Duration UPKEEP_EVERY = Duration.ofMinutes(1);

  /** A sample that waits for more commits than this tells that committing itself is stuck. */
  private static final int PATIENCE = 3;

  private final TimeSource time;
  private final Supplier<StoreConfig> config;
  private volatile Duration commitInterval;
  private final Grid grid;
  private final Database database;
  private final Pending pending = new Pending(ROOM);
  private final Damages damages = new Damages();
  private final Readers readers = new Readers();
  private final List<Bookmark> bookmarks = new CopyOnWriteArrayList<>();
  private final BooleanSupplier settled;
  private final String bootId;
  private final Commits commits;
  private final Recollection recollection;
  private final Floor floor;
  private final Salvage salvage;
  private final Chores chores;

  /**
   * Nothing is opened before {@link #start()}.
   *
   * @param file {@code readings.db}; its folder exists, or storing waits until it does
   * @param bootId what the kernel calls this boot of the machine
   * @param config how often to commit, how long to keep, how much of the disk to leave free
   * @param zone whose days count
   * @param trust whether the wall clock can be believed; until then nothing is rolled up
   */
  public ReadingStore(
      Path file, String bootId, StoreConfig config, ZoneId zone, Trust trust, TimeSource time) {
    this(file, bootId, () -> config, zone, trust, time);
  }

  /**
   * The same where it may be told otherwise while it runs.
   *
   * @param config asked each time; how often to commit, at the start only, and how much of the disk
   *     to leave free, now
   */
  public ReadingStore(
      Path file,
      String bootId,
      Supplier<StoreConfig> config,
      ZoneId zone,
      Trust trust,
      TimeSource time) {
    this.time = time;
    this.config = config;
    this.bootId = bootId;
    this.commitInterval = config.get().commitInterval();
    this.grid = new Grid(zone);
    this.database = new Database(file, Tables.SCHEMA, time, "readings-writer");
    this.commits = new Commits(database, pending, bookmarks, bootId, time);
    Source source = new Source(database, grid, damages, readers);
    this.settled = () -> trust.isSure() && !commits.isOwing();
    Survey survey = new Survey(database, source, grid, this::waiting, bootId);
    this.recollection =
        new Recollection(database, survey, grid, damages, readers, this::waiting, config);
    this.floor = new Floor(new Disk(file), config.get().diskFloor());
    this.salvage = new Salvage(database, grid);
    Upkeep upkeep =
        new Upkeep(
            database,
            new Roller(database, source, grid),
            new Binder(database, readers),
            new Retention(database, grid, config, bookmarks),
            floor,
            salvage,
            grid,
            config,
            settled::getAsBoolean,
            time,
            bootId);
    this.chores = new Chores(upkeep::round);
  }

  /** The version of its file, as SQLite's {@code user_version}. */
  public static long version() {
    return Tables.SCHEMA.version();
  }

  /**
   * Begins to open the file, to commit at each interval and to roll up; waits for nothing. Call
   * once.
   */
  public void start() {
    database.post(commits::open);
    commitInterval = config.get().commitInterval();
    database.every(commitInterval, commits::commit);
    chores.start(UPKEEP_EVERY);
  }

  @Override
  public void offer(Batch batch) {
    pending.add(batch);
  }

  /** What its readings say. */
  public Recollection recollection() {
    return recollection;
  }

  /**
   * Stores what was heard elsewhere or long ago, in one transaction; says in how many blocks. It is
   * rolled up like everything else. Only wall times count, and they are taken for sure.
   *
   * @param batches in the order of time; an hour's worth at a time keeps memory small
   */
  public Outcome<Integer> backfill(List<Batch> batches) {
    return database.run(session -> Blocks.fill(session, batches));
  }

  /**
   * What is to be passed on to a receiver. Ask once for each, before the start.
   *
   * @param isFromOldest whether one that was never heard of gets what is stored already
   */
  public Outbox outbox(String receiver, boolean isFromOldest) {
    Bookmark bookmark = new Bookmark(receiver, isFromOldest, time);
    bookmarks.add(bookmark);
    return new Outbox(database, bookmark, damages, settled, bootId, time);
  }

  /** Rolls up and lets go of what there is to, now and on this thread, instead of in a minute. */
  public void upkeep() {
    chores.doNow();
  }

  /** What the file takes on the disk, in bytes. */
  public long size() {
    return database.size();
  }

  /** Copies the file, with what waits committed first; see {@link Database#copyTo}. */
  public Outcome<Contents> copyTo(Path target) {
    database.await(commits::commit);
    return database.copyTo(target);
  }

  @Override
  public void move(Duration before, Duration by) {
    database.await(() -> commits.move(before, by));
  }

  @Override
  public void moveEarlier(String boot, Duration before, Duration by) {
    commits.moveEarlier(boot, before, by);
  }

  /** The line {@code store} of the health board; quick. */
  public Check check() {
    Moment now = time.now();
    boolean isStuck = pending.oldestAge(now).compareTo(commitInterval.multipliedBy(PATIENCE)) > 0;
    return new Diagnosis(
            commits.standing(),
            isStuck,
            pending.dropped(),
            damages.count(),
            floor.space(),
            salvage.copied(),
            database.damaged())
        .check(now, database.size());
  }

  /** Its writer, for the watchdog. */
  public Lifeline writer() {
    return database;
  }

  /** Commits what is pending and lets go of the file. Never throws; twice is fine. */
  @Override
  public void close() {
    chores.close();
    commit();
    database.close();
  }

  /** Commits now, and waits for it. */
  void commit() {
    database.await(commits::commit);
  }

  private List<Batch> waiting() {
    return pending.held().batches();
  }
}
