package io.pumphouse.agent.store;

import static io.pumphouse.agent.store.Samples.HOUSE;
import static io.pumphouse.agent.store.Samples.batch;
import static io.pumphouse.agent.store.Samples.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pumphouse.agent.poll.Batch;
import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.HandTime;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.sqlite.SmallDisk;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Extremes;
import io.pumphouse.web.model.Health.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReadingStoreTest {
  private static final RegisterId OUTDOOR = new RegisterId("30002");
  private static final Duration NEVER = Duration.ofDays(1);

  @TempDir Path folder;
  private final HandTime time = new HandTime();
  private final Instant start = time.wall();

  @Test
  void pendingAndCommittedSamplesBothCount() {
    try (ReadingStore store = store("boot")) {
      poll(store, 10);
      store.commit();
      poll(store, 30);

      assertThat(outdoor(store)).isEqualTo(new Extremes(10, (10 * 5 + 30 * 5) / 10.0, 30));
    }
  }

  @Test
  void commitChangesNoAnswer() {
    try (ReadingStore store = store("boot")) {
      for (int i = 0; i < 50; i++) {
        poll(store, i * i % 17);
      }
      Map<RegisterId, Extremes> before = extremes(store);
      store.commit();

      assertThat(extremes(store)).isEqualTo(before);
    }
  }

  @Test
  void closingCommitsTheLastBatch() {
    try (ReadingStore store = store("boot")) {
      poll(store, 21);
    }

    try (ReadingStore store = store("boot")) {
      assertThat(extremes(store)).containsEntry(OUTDOOR, new Extremes(21, 21, 21));
    }
  }

  @Test
  void commitsByItselfAtEachInterval() throws Exception {
    try (ReadingStore store = new ReadingStore(file(), "boot", Duration.ofMillis(10), time)) {
      store.start();
      poll(store, 21);
      awaitCommit(store);
    }
  }

  @Test
  void missingAndInvalidAreNoValues() {
    try (ReadingStore store = store("boot")) {
      store.offer(batch(new Missing(OUTDOOR, time.now())));
      store.offer(batch(new Invalid(OUTDOOR, time.now(), new Fault.Refused(2))));
      time.pass(Duration.ofSeconds(5));

      assertThat(extremes(store)).isEmpty();
      store.commit();
      assertThat(extremes(store)).isEmpty();
    }
  }

  @Test
  void otherPumpsAreOtherSeries() {
    PumpId barn = new PumpId("barn");
    try (ReadingStore store = store("boot")) {
      store.offer(batch(reading("30002", time.now(), 10)));
      store.offer(
          new Batch(
              barn, new Link.Up(), Duration.ZERO, List.of(reading("30002", time.now(), 99)), true));
      store.commit();
      time.pass(Duration.ofSeconds(5));

      assertThat(extremes(store)).containsEntry(OUTDOOR, new Extremes(10, 10, 10));
      assertThat(store.extremes(barn, start, time.wall()))
          .containsEntry(OUTDOOR, new Extremes(99, 99, 99));
    }
  }

  @Test
  void rangeEndsBeforeItsEnd() {
    try (ReadingStore store = store("boot")) {
      poll(store, 1);
      poll(store, 2);
      poll(store, 3);
      store.commit();

      Extremes middle =
          store.extremes(HOUSE, start.plusSeconds(5), start.plusSeconds(10)).get(OUTDOOR);

      assertThat(middle).isEqualTo(new Extremes(2, 2, 2));
    }
  }

  @Test
  void manyTurnsWorthOfBlocksAreOneAnswer() {
    try (ReadingStore store = store("boot")) {
      for (int i = 0; i < 300; i++) {
        poll(store, i);
        store.commit();
      }

      Extremes all = outdoor(store);

      assertThat(all.lowest()).isZero();
      assertThat(all.highest()).isEqualTo(299);
      assertThat(all.mean()).isCloseTo(149.5, within(0.001));
    }
  }

  @Test
  void clockThatJumpsByYearsHidesNothing() {
    try (ReadingStore store = store("boot")) {
      time.setWall(Instant.parse("1970-01-01T00:10:00Z"));
      poll(store, 7);
      time.setWall(start);
      poll(store, 8);
      store.commit();

      assertThat(extremes(store)).containsEntry(OUTDOOR, new Extremes(8, 8, 8));
      assertThat(store.extremes(HOUSE, Instant.EPOCH, Instant.parse("1971-01-01T00:00:00Z")))
          .containsEntry(OUTDOOR, new Extremes(7, 7, 7));
    }
  }

  @Test
  void damagedBlockIsSkippedAndTold() throws Exception {
    try (ReadingStore store = store("boot")) {
      poll(store, 10);
      store.commit();
      poll(store, 20);
      store.commit();
    }
    flipLastByteOfTheFirstPayload();

    try (ReadingStore store = store("boot")) {
      assertThat(extremes(store)).containsEntry(OUTDOOR, new Extremes(20, 20, 20));
      assertThat(extremes(store)).hasSize(1);
      assertThat(store.check().isWell()).isFalse();
      assertThat(store.check().cause()).contains("1 damaged blocks were skipped");
    }
  }

  @Test
  void damagedFileCostsNoNewReadingAndIsTold() throws Exception {
    try (ReadingStore store = store("boot")) {
      poll(store, 10);
    }
    Files.writeString(file(), "this is no database at all");

    try (ReadingStore store = store("boot")) {
      poll(store, 20);
      store.commit();

      assertThat(extremes(store)).containsEntry(OUTDOOR, new Extremes(20, 20, 20));
      Check check = store.check();
      assertThat(check.isWell()).isFalse();
      assertThat(check.cause()).contains("readings.db.damaged-2026");
      assertThat(check.next()).contains("then delete it");
    }
  }

  @Test
  void fullDiskIsToldAndNothingIsLostOnceThereIsSpace() throws Exception {
    try (SmallDisk disk = SmallDisk.mounted(folder, 64);
        ReadingStore store = store("boot")) {
      int polls = 0;
      while (store.check().isWell()) {
        poll(store, polls++);
        store.commit();
      }
      poll(store, polls);
      assertThat(store.check().cause()).contains("readings.db");
      assertThat(store.check().next()).contains("free some space");
      assertThat(outdoor(store).highest()).isEqualTo(polls);

      disk.remount("size=16m");
      store.commit();

      assertThat(store.check().isWell()).isTrue();
      Extremes all = outdoor(store);
      assertThat(all.lowest()).isZero();
      assertThat(all.mean()).isCloseTo(polls / 2.0, within(0.001));
    }
  }

  @Test
  void beyondTheRoomTheOldestAreDroppedAndCounted() {
    Path nowhere = folder.resolve("nowhere");
    try (ReadingStore store =
        new ReadingStore(nowhere.resolve("readings.db"), "boot", NEVER, time)) {
      for (int i = 0; i < ReadingStore.ROOM + 10; i++) {
        store.offer(batch(reading("30002", time.now(), i)));
      }
      store.commit();
      time.pass(Duration.ofSeconds(5));

      assertThat(store.check().cause()).contains("10 samples were dropped");
      assertThat(store.check().next()).contains("data folder");
      assertThat(outdoor(store).lowest()).isEqualTo(10);
    }
  }

  @Test
  void longOutageIsStoredInBlocksThatCanBeFound() throws IOException {
    Path later = folder.resolve("later");
    try (ReadingStore store = new ReadingStore(later.resolve("readings.db"), "boot", NEVER, time)) {
      for (int i = 0; i < 3_000; i++) {
        poll(store, i);
      }
      store.commit();
      assertThat(store.check().isWell()).isFalse();
      Files.createDirectory(later);
      store.commit();

      assertThat(store.check().isWell()).isTrue();
      Extremes last = store.extremes(HOUSE, time.wall().minusSeconds(5), time.wall()).get(OUTDOOR);
      assertThat(last).isEqualTo(new Extremes(2_999, 2_999, 2_999));
      assertThat(outdoor(store).lowest()).isZero();
    }
  }

  @Test
  void checkTellsAgeBlocksAndSize() {
    try (ReadingStore store = store("boot")) {
      poll(store, 1);
      store.commit();
      time.pass(Duration.ofSeconds(12));

      assertThat(store.check())
          .isEqualTo(Check.well("store", "last commit 12 s ago, 1 blocks, 0.0 MiB"));
    }
  }

  @Test
  void samplesThatWaitForManyCommitsAreTold() {
    try (ReadingStore store = store("boot")) {
      poll(store, 1);
      time.pass(NEVER.multipliedBy(3));

      assertThat(store.check().isWell()).isFalse();
      assertThat(store.check().cause()).contains("no commit comes to an end");

      store.commit();
      assertThat(store.check().isWell()).isTrue();
    }
  }

  @Test
  void closingTwiceIsFineAndAnswersStayPossible() {
    ReadingStore store = store("boot");
    poll(store, 1);

    store.close();
    store.close();

    assertThat(extremes(store)).isEmpty();
  }

  private Path file() {
    return folder.resolve("readings.db");
  }

  private ReadingStore store(String boot) {
    return new ReadingStore(file(), boot, NEVER, time);
  }

  private void poll(ReadingStore store, long raw) {
    store.offer(batch(reading("30002", time.now(), raw)));
    time.pass(Duration.ofSeconds(5));
  }

  private Extremes outdoor(ReadingStore store) {
    return Optional.ofNullable(extremes(store).get(OUTDOOR)).orElseThrow();
  }

  private Map<RegisterId, Extremes> extremes(ReadingStore store) {
    return store.extremes(HOUSE, start, time.wall());
  }

  private static void awaitCommit(ReadingStore store) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!store.check().cause().startsWith("last commit")) {
      assertThat(System.nanoTime()).as("no commit in 20 s").isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
  }

  private void flipLastByteOfTheFirstPayload() {
    try (Database database = new Database(file(), Blocks.SCHEMA, time, "vandal")) {
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
