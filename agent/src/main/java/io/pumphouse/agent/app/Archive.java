package io.pumphouse.agent.app;

import io.pumphouse.agent.backup.JobRoom;
import io.pumphouse.agent.backup.SnapshotSource;
import io.pumphouse.agent.backup.restore.Swap;
import io.pumphouse.agent.clock.WallClock;
import io.pumphouse.agent.command.CommandTable;
import io.pumphouse.agent.config.Config;
import io.pumphouse.agent.config.Preferences;
import io.pumphouse.agent.health.Lifeline;
import io.pumphouse.agent.ledger.CheckupWatch;
import io.pumphouse.agent.ledger.ClockWatch;
import io.pumphouse.agent.ledger.Event;
import io.pumphouse.agent.ledger.Ledger;
import io.pumphouse.agent.sqlite.Checkup;
import io.pumphouse.agent.sqlite.Inquiry;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.store.ReadingStore;
import io.pumphouse.agent.store.Stocktaker;
import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whatever outlives the process: the readings, the small facts, and the clock by which both are
 * stamped and put right.
 */
final class Archive implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Archive.class);
  private static final String READINGS = "readings.db";
  private static final String LEDGER = "ledger.db";

  private final Path data;
  private final Supplier<Preferences> settings;
  private final WallClock clock;
  private final ReadingStore store;
  private final Ledger ledger;
  private final Checkup checkup;
  private volatile List<Check> gone = List.of();
  private volatile List<Check> unrestored = List.of();
  private volatile List<String> news = List.of();

  Archive(Config config, Supplier<Preferences> settings, Path data, Machine machine) {
    this.data = data;
    this.settings = settings;
    this.clock = new WallClock(machine.time(), machine.authority());
    this.store =
        new ReadingStore(
            data.resolve(READINGS),
            machine.bootId(),
            () -> settings.get().store(),
            config.site().zone(),
            clock,
            clock);
    this.ledger = new Ledger(data.resolve(LEDGER), machine.bootId(), clock);
    this.checkup = new Checkup(data.resolve(READINGS), clock, new CheckupWatch(ledger, clock));
  }

  /** The time that everybody is to take: a step of the clock falls exactly between two stamps. */
  WallClock clock() {
    return clock;
  }

  ReadingStore store() {
    return store;
  }

  Ledger ledger() {
    return ledger;
  }

  /** Backup jobs that copy what is kept here, among others. */
  JobRoom jobs(ZoneId zone) {
    return new JobRoom(
        data,
        ledger.runs(),
        List.of(
            new SnapshotSource(
                READINGS, ReadingStore.version(), store::size, store::copyTo, this::newest),
            new SnapshotSource(LEDGER, Ledger.version(), ledger::size, ledger::copyTo)),
        zone,
        clock,
        clock,
        () -> settings.get().jobs());
  }

  /** When the newest reading was taken; empty if there is none, or that cannot be told. */
  private List<Instant> newest() {
    return store.recollection().ends() instanceof Outcome.Done<List<Instant>>(var ends)
            && !ends.isEmpty()
        ? List.of(ends.getLast())
        : List.of();
  }

  /** Has a backup that lies ready take its place; nothing of what it replaces is open yet. */
  void restore() {
    makeFolder();
    if (Files.exists(data.resolve(Swap.FOLDER))) {
      Restored restored = Restored.in(data);
      unrestored = restored.checks();
      news = restored.news();
    }
  }

  /** The newest version of each file that this agent knows. */
  static Map<String, Long> versions() {
    return Map.of(READINGS, ReadingStore.version(), LEDGER, Ledger.version());
  }

  /** What happened to the agent itself. */
  private void note(Event.Kind kind, String text) {
    ledger.note(new Event(clock.now(), kind, "", text));
  }

  /** The readings as they are stored, for those who want to look for themselves. */
  Storage storage() {
    return new Storage(new Stocktaker(store), new Inquiry(data.resolve(READINGS), clock), checkup);
  }

  /** The writers, which must never stand still. */
  List<Lifeline> lifelines() {
    return List.of(store.writer(), ledger.writer());
  }

  void start() {
    gone = gone();
    store.start();
    ledger.start();
    if (!news.isEmpty()) {
      ledger.sessions().dropAll(); // a backup remembers logins that have ended since
    }
    ledger.keepFor(() -> settings.get().store().keepEvents(), clock, clock);
    clock.start(ledger.clock(), List.of(store, ledger), new ClockWatch(ledger));
    note(Event.Kind.AGENT_STARTED, CommandTable.version());
    news.forEach(text -> note(Event.Kind.BACKUP_RESTORED, text));
  }

  List<Check> checks() {
    List<Check> checks = new ArrayList<>(gone);
    checks.addAll(unrestored);
    checks.addAll(List.of(store.check(), ledger.check(), clock.check()));
    checks.addAll(checkup.checks());
    return checks;
  }

  @Override
  public void close() {
    clock.close();
    store.close();
    note(Event.Kind.AGENT_STOPPED, CommandTable.version());
    ledger.close();
  }

  /** At the very first start both are missing, and later neither. */
  private List<Check> gone() {
    boolean hasReadings = Files.exists(data.resolve(READINGS));
    if (hasReadings == Files.exists(data.resolve(LEDGER))) {
      return List.of();
    }
    String cause = data.resolve(hasReadings ? LEDGER : READINGS) + " was gone at the start";
    LOG.warn("{}, and is begun anew", cause);
    return List.of(
        Check.degraded(
            "files",
            cause + ", and is begun anew",
            "if a backup has it, stop the agent and put it back; this is said until the next"
                + " start"));
  }

  /** Where it cannot be made, store, ledger and socket each say so and go on trying. */
  private void makeFolder() {
    try {
      Files.createDirectories(data);
    } catch (IOException failure) {
      LOG.warn("{}: the data folder cannot be made: {}", data, failure.toString());
    }
  }
}
