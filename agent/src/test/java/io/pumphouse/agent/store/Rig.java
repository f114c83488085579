package io.pumphouse.agent.store;

import static io.pumphouse.agent.store.pack.Samples.HOUSE;
import static io.pumphouse.agent.store.pack.Samples.batch;
import static io.pumphouse.agent.store.pack.Samples.reading;

import io.pumphouse.agent.config.StoreConfig;
import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.HandTime;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Extremes;
import io.pumphouse.web.model.Span;
import io.pumphouse.web.model.Stretch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A store in a folder, two clocks, and the outdoor temperature every five seconds. */
final class Rig {
  static final RegisterId OUTDOOR = new RegisterId("30002");
  static final Duration NEVER = Duration.ofHours(12);
  static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

  /** Leaves nothing of the disk to others. */
  static final StoreConfig GREEDY =
      new StoreConfig(NEVER, Duration.ofDays(90), Duration.ofDays(730), StoreConfig.FOREVER, 0);

  private final Path folder;
  private final HandTime time = new HandTime();
  private final Instant start = time.wall();
  private final AtomicBoolean isSure = new AtomicBoolean(true);

  Rig(Path folder) {
    this.folder = folder;
  }

  HandTime time() {
    return time;
  }

  Instant start() {
    return start;
  }

  Path file() {
    return folder.resolve("readings.db");
  }

  void setSure(boolean sure) {
    isSure.set(sure);
  }

  ReadingStore store() {
    return store("boot", NEVER);
  }

  ReadingStore store(Path file) {
    return new ReadingStore(file, "boot", new StoreConfig(NEVER), STOCKHOLM, isSure::get, time);
  }

  ReadingStore store(String boot, Duration commitInterval) {
    return store(boot, new StoreConfig(commitInterval), STOCKHOLM);
  }

  ReadingStore store(String boot, StoreConfig config, ZoneId zone) {
    return new ReadingStore(file(), boot, config, zone, isSure::get, time);
  }

  ReadingStore store(Supplier<StoreConfig> config) {
    return new ReadingStore(file(), "boot", config, STOCKHOLM, isSure::get, time);
  }

  void poll(ReadingStore store, long raw) {
    store.offer(batch(reading("30002", time.now(), raw)));
    time.pass(Duration.ofSeconds(5));
  }

  /** A value each minute, the number of the minute, committed each hour. */
  void minutes(ReadingStore store, int count) {
    for (int i = 0; i < count; i++) {
      store.offer(batch(reading("30002", time.now(), i)));
      time.pass(Duration.ofMinutes(1));
      if (i % 60 == 59) {
        store.commit();
      }
    }
    store.commit();
  }

  /** Hourly curves of the outdoor temperature since the start. */
  SortedMap<Integer, Stretch> hours(ReadingStore store) {
    return curve(store, new Span(start, time.wall()), Duration.ofHours(1));
  }

  SortedMap<Integer, Stretch> curve(ReadingStore store, Span span, Duration step) {
    int points = Math.toIntExact(span.length().dividedBy(step));
    return store
        .recollection()
        .curves(HOUSE, Set.of(OUTDOOR), span, points)
        .byRegister()
        .entrySet()
        .stream()
        .filter(each -> each.getKey().equals(OUTDOOR))
        .findFirst()
        .<SortedMap<Integer, Stretch>>map(outdoor -> outdoor.getValue().stretches())
        .orElseGet(TreeMap::new);
  }

  /** What the file says to a question, while no store has it open. */
  long number(String sql) {
    try (Database database = new Database(file(), Tables.SCHEMA, time, "looker")) {
      return switch (database.run(session -> session.number(sql))) {
        case Outcome.Done<Long>(Long number) -> number;
        case Outcome.Failed<Long>(var trouble) -> throw new AssertionError(trouble.toString());
      };
    }
  }

  /** Changes the file behind the store's back, while none has it open. */
  void execute(String sql) {
    try (Database database = new Database(file(), Tables.SCHEMA, time, "vandal")) {
      Outcome<Boolean> outcome =
          database.run(
              session -> {
                session.run(sql);
                return true;
              });
      if (outcome instanceof Outcome.Failed<Boolean>(var trouble)) {
        throw new AssertionError(trouble.toString());
      }
    }
  }

  Extremes outdoor(ReadingStore store) {
    return Optional.ofNullable(extremes(store).get(OUTDOOR)).orElseThrow();
  }

  Map<RegisterId, Extremes> extremes(ReadingStore store) {
    return store.recollection().extremes(HOUSE, start, time.wall());
  }
}
