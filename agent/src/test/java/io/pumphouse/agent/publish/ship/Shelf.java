package io.pumphouse.agent.publish.ship;

import io.pumphouse.agent.config.StoreConfig;
import io.pumphouse.agent.poll.Batch;
import io.pumphouse.agent.sqlite.HandTime;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.store.Outbox;
import io.pumphouse.agent.store.ReadingStore;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** A store in a folder with readings to pass on, each a second after the one before. */
final class Shelf implements AutoCloseable {
  static final PumpId HOUSE = new PumpId("house");
  static final RegisterId OUTDOOR = new RegisterId("30002");

  final HandTime time = new HandTime();
  final Instant start = time.wall();
  final ReadingStore store;
  final AtomicBoolean isSure = new AtomicBoolean(true);
  private final Path folder;

  Shelf(Path folder) {
    this(folder, new StoreConfig(Duration.ofHours(12)));
  }

  Shelf(Path folder, StoreConfig config) {
    this.folder = folder;
    this.store =
        new ReadingStore(
            folder.resolve("readings.db"), "boot", config, ZoneOffset.UTC, isSure::get, time);
    store.start();
  }

  /** Hears so many, in one block; their values go on counting from a number. */
  void hear(int first, int count) {
    IntStream.range(first, first + count)
        .forEach(
            raw -> {
              Moment now = time.now();
              store.offer(
                  new Batch(
                      HOUSE,
                      new Link.Up(),
                      Duration.ZERO,
                      List.of(new Reading(OUTDOOR, now, raw)),
                      true));
              time.pass(Duration.ofSeconds(1));
            });
    commit();
  }

  /** A copy holds what was heard, so it is committed first. */
  private void commit() {
    try {
      Path copy = Files.createTempDirectory(folder, "copy").resolve("readings.db");
      if (store.copyTo(copy) instanceof Outcome.Failed<?>(var why)) {
        throw new AssertionError(why.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Outbox outbox() {
    return store.outbox("test", true);
  }

  @Override
  public void close() {
    store.close();
  }
}
