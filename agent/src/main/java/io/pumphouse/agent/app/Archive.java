package io.pumphouse.agent.app;

import io.pumphouse.agent.clock.WallClock;
import io.pumphouse.agent.command.CommandTable;
import io.pumphouse.agent.config.Config;
import io.pumphouse.agent.ledger.ClockWatch;
import io.pumphouse.agent.ledger.Event;
import io.pumphouse.agent.ledger.Ledger;
import io.pumphouse.agent.store.ReadingStore;
import io.pumphouse.web.model.Health.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whatever outlives the process: the readings, the small facts, and the clock by which both are
 * stamped and put right.
 */
final class Archive implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Archive.class);

  private final Path data;
  private final Duration keepEvents;
  private final WallClock clock;
  private final ReadingStore store;
  private final Ledger ledger;

  Archive(Config config, Path data, Machine machine) {
    this.data = data;
    this.keepEvents = config.store().keepEvents();
    this.clock = new WallClock(machine.time(), machine.authority());
    this.store =
        new ReadingStore(
            data.resolve("readings.db"),
            machine.bootId(),
            config.store(),
            config.site().zone(),
            clock,
            clock);
    this.ledger = new Ledger(data.resolve("ledger.db"), machine.bootId(), clock);
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

  /** What happened to the agent itself. */
  void note(Event.Kind kind) {
    ledger.note(new Event(clock.now(), kind, "", CommandTable.version()));
  }

  void start() {
    makeFolder();
    store.start();
    ledger.start();
    ledger.keepFor(keepEvents, clock, clock);
    clock.start(ledger.clock(), List.of(store, ledger), new ClockWatch(ledger));
    note(Event.Kind.AGENT_STARTED);
  }

  List<Check> checks() {
    return List.of(store.check(), ledger.check(), clock.check());
  }

  @Override
  public void close() {
    clock.close();
    store.close();
    note(Event.Kind.AGENT_STOPPED);
    ledger.close();
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
