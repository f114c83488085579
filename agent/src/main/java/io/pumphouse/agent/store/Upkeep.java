package io.pumphouse.agent.store;

import io.pumphouse.agent.clock.Trust;
import io.pumphouse.agent.config.StoreConfig;
import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.agent.store.roll.Chunk;
import io.pumphouse.agent.store.roll.Grid;
import io.pumphouse.agent.store.roll.Level;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What the store does between commits: saves what can be read of a damaged file, rolls up, binds,
 * lets go of what is too old, keeps the disk from filling up. As long as the wall clock cannot be
 * trusted, nothing is rolled up and nothing gets old. Confined to one thread.
 */
final class Upkeep {
  /** What is heard this late after the end of a chunk is still waited for. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private static final Duration RETENTION_EVERY = Duration.ofHours(6);

  private final Database database;
  private final Roller roller;
  private final Binder binder;
  private final Retention retention;
  private final Floor floor;
  private final Salvage salvage;
  private final Grid grid;
  private final Supplier<StoreConfig> config;
  private final Trust trust;
  private final TimeSource time;
  private final String bootId;
  private long retentionDue = Long.MIN_VALUE;
  private StoreConfig applied;

  Upkeep(
      Database database,
      Roller roller,
      Binder binder,
      Retention retention,
      Floor floor,
      Salvage salvage,
      Grid grid,
      Supplier<StoreConfig> config,
      Trust trust,
      TimeSource time,
      String bootId) {
    this.database = database;
    this.roller = roller;
    this.binder = binder;
    this.retention = retention;
    this.floor = floor;
    this.salvage = salvage;
    this.grid = grid;
    this.config = config;
    this.trust = trust;
    this.time = time;
    this.bootId = bootId;
    this.applied = config.get();
  }

  /** Does what there is to do now. */
  void round() {
    salvage.round();
    if (trust.isSure()) {
      var unused = database.run(this::beSure);
      long now = time.wall().toEpochMilli();
      long ended = now - GRACE.plus(config.get().commitInterval()).toMillis();
      roller.roll(ended);
      binder.bind(ended);
      letGo(now);
    }
    floor.keep(retention);
  }

  private void letGo(long now) {
    StoreConfig keep = config.get();
    if (time.nanos() >= retentionDue || !keep.equals(applied)) {
      retention.apply(now);
      applied = keep;
      retentionDue = time.nanos() + RETENTION_EVERY.toNanos();
    }
  }

  private boolean beSure(Session session) {
    session.run("UPDATE boot SET sure = 1 WHERE boot_id = ? AND sure = 0", bootId);
    String zone = grid.zone().getId();
    if (session.number("SELECT count(*) FROM note WHERE name = 'zone' AND value = ?", zone) == 0) {
      daysAreDue(session);
      session.run("INSERT OR REPLACE INTO note VALUES ('zone', ?)", zone);
    }
    return true;
  }

  /** Days of another zone are made anew, but for those that have nothing left to be made of. */
  private void daysAreDue(Session session) {
    long since = Math.max(0, Kept.since(session, Level.QUARTER));
    session.run(
        "INSERT OR IGNORE INTO due SELECT id FROM roll WHERE id BETWEEN ? AND ?",
        grid.at(Level.DAY, since).id(),
        Chunk.last(Level.DAY).id());
  }
}
