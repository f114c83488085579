package io.pumphouse.agent.store;

import static io.pumphouse.agent.store.pack.Samples.HOUSE;
import static io.pumphouse.agent.store.pack.Samples.batch;
import static io.pumphouse.agent.store.pack.Samples.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.sqlite.SmallDisk;
import io.pumphouse.web.model.Extremes;
import io.pumphouse.web.model.Health.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store says and does when the disk fails it. */
final class StoreTroubleTest {
  @TempDir private Path folder;
  private Rig rig = new Rig(Path.of(""));

  @BeforeEach
  void build() {
    rig = new Rig(folder);
  }

  @Test
  void damagedBlockIsSkippedAndTold() throws Exception {
    try (ReadingStore store = rig.store()) {
      rig.poll(store, 10);
      store.commit();
      rig.poll(store, 20);
      store.commit();
    }
    flipLastByteOfTheFirstPayload();

    try (ReadingStore store = rig.store()) {
      assertThat(rig.extremes(store)).containsEntry(Rig.OUTDOOR, new Extremes(20, 20, 20));
      assertThat(rig.extremes(store)).hasSize(1);
      assertThat(store.check().isWell()).isFalse();
      assertThat(store.check().cause()).contains("1 damaged blocks were skipped");
    }
  }

  @Test
  void damagedFileCostsNoNewReadingAndIsTold() throws Exception {
    try (ReadingStore store = rig.store()) {
      rig.poll(store, 10);
    }
    Files.writeString(rig.file(), "this is no database at all");

    try (ReadingStore store = rig.store()) {
      rig.poll(store, 20);
      store.commit();

      assertThat(rig.extremes(store)).containsEntry(Rig.OUTDOOR, new Extremes(20, 20, 20));
      Check check = store.check();
      assertThat(check.isWell()).isFalse();
      assertThat(check.cause()).contains("readings.db.damaged-2026");
      assertThat(check.next()).contains("then delete it");
    }
  }

  @Test
  void fullDiskIsToldAndNothingIsLostOnceThereIsSpace() throws Exception {
    try (SmallDisk disk = SmallDisk.mounted(folder, 64);
        ReadingStore store = rig.store("boot", Rig.GREEDY, Rig.STOCKHOLM)) {
      int polls = 0;
      while (store.check().isWell()) {
        rig.poll(store, polls++);
        store.commit();
      }
      rig.poll(store, polls);
      assertThat(store.check().cause()).contains("readings.db");
      assertThat(store.check().next()).contains("free some space");
      assertThat(rig.outdoor(store).highest()).isEqualTo(polls);

      disk.remount("size=16m");
      store.commit();

      assertThat(store.check().isWell()).isTrue();
      Extremes all = rig.outdoor(store);
      assertThat(all.lowest()).isZero();
      assertThat(all.mean()).isCloseTo(polls / 2.0, within(0.001));
    }
  }

  @Test
  void beyondTheRoomTheOldestAreDroppedAndCounted() {
    Path nowhere = folder.resolve("nowhere");
    try (ReadingStore store = rig.store(nowhere.resolve("readings.db"))) {
      for (int i = 0; i < ReadingStore.ROOM + 10; i++) {
        store.offer(batch(reading("30002", rig.time().now(), i)));
        rig.time().pass(Duration.ofMillis(1));
      }
      store.commit();

      assertThat(store.check().cause()).contains("10 samples were dropped");
      assertThat(store.check().next()).contains("data folder");
      assertThat(rig.outdoor(store).lowest()).isEqualTo(10);
    }
  }

  @Test
  void longOutageIsStoredInBlocksThatCanBeFound() throws IOException {
    Path later = folder.resolve("later");
    try (ReadingStore store = rig.store(later.resolve("readings.db"))) {
      for (int i = 0; i < 3_000; i++) {
        rig.poll(store, i);
      }
      store.commit();
      assertThat(store.check().isWell()).isFalse();
      Files.createDirectory(later);
      store.commit();

      assertThat(store.check().isWell()).isTrue();
      Extremes last =
          store
              .recollection()
              .extremes(HOUSE, rig.time().wall().minusSeconds(5), rig.time().wall())
              .get(Rig.OUTDOOR);
      assertThat(last).isEqualTo(new Extremes(2_999, 2_999, 2_999));
      assertThat(rig.outdoor(store).lowest()).isZero();
    }
  }

  @Test
  void checkTellsAgeAndSize() {
    try (ReadingStore store = rig.store()) {
      rig.poll(store, 1);
      store.commit();
      rig.time().pass(Duration.ofSeconds(12));

      assertThat(store.check()).isEqualTo(Check.well("store", "last commit 12 s ago, 0.0 MiB"));
    }
  }

  @Test
  void samplesThatWaitForManyCommitsAreTold() {
    try (ReadingStore store = rig.store()) {
      rig.poll(store, 1);
      rig.time().pass(Rig.NEVER.multipliedBy(3));

      assertThat(store.check().isWell()).isFalse();
      assertThat(store.check().cause()).contains("no commit comes to an end");

      store.commit();
      assertThat(store.check().isWell()).isTrue();
    }
  }

  private void flipLastByteOfTheFirstPayload() {
    try (Database database = new Database(rig.file(), Tables.SCHEMA, rig.time(), "vandal")) {
      Outcome<Integer> outcome =
          database.run(
              session -> {
                byte[] payload =
                    session
                        .rows("SELECT payload FROM block WHERE id = 1", row -> row.bytes(1))
                        .getFirst();
                payload[payload.length - 1] ^= 1;
                session.run("UPDATE block SET payload = ? WHERE id = 1", payload);
                return payload.length;
              });
      assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }
  }
}
