package io.pumphouse.agent.store;

import static io.pumphouse.agent.store.pack.Samples.HOUSE;
import static io.pumphouse.agent.store.pack.Samples.batch;
import static io.pumphouse.agent.store.pack.Samples.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pumphouse.agent.poll.Batch;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Extremes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReadingStoreTest {
  @TempDir private Path folder;
  private Rig rig = new Rig(Path.of(""));

  @BeforeEach
  void build() {
    rig = new Rig(folder);
  }

  @Test
  void pendingAndCommittedSamplesBothCount() {
    try (ReadingStore store = rig.store()) {
      rig.poll(store, 10);
      store.commit();
      rig.poll(store, 30);

      assertThat(rig.outdoor(store)).isEqualTo(new Extremes(10, (10 * 5 + 30 * 5) / 10.0, 30));
    }
  }

  @Test
  void commitChangesNoAnswer() {
    try (ReadingStore store = rig.store()) {
      for (int i = 0; i < 50; i++) {
        rig.poll(store, i * i % 17);
      }
      Map<RegisterId, Extremes> before = rig.extremes(store);
      store.commit();

      assertThat(rig.extremes(store)).isEqualTo(before);
    }
  }

  @Test
  void closingCommitsTheLastBatch() {
    try (ReadingStore store = rig.store()) {
      rig.poll(store, 21);
    }

    try (ReadingStore store = rig.store()) {
      assertThat(rig.extremes(store)).containsEntry(Rig.OUTDOOR, new Extremes(21, 21, 21));
    }
  }

  @Test
  void commitsByItselfAtEachInterval() throws Exception {
    try (ReadingStore store = rig.store("boot", Duration.ofMillis(10))) {
      store.start();
      rig.poll(store, 21);
      awaitCommit(store);
    }
  }

  @Test
  void missingAndInvalidAreNoValues() {
    try (ReadingStore store = rig.store()) {
      store.offer(batch(new Missing(Rig.OUTDOOR, rig.time().now())));
      store.offer(batch(new Invalid(Rig.OUTDOOR, rig.time().now(), new Fault.Refused(2))));
      rig.time().pass(Duration.ofSeconds(5));

      assertThat(rig.extremes(store)).isEmpty();
      store.commit();
      assertThat(rig.extremes(store)).isEmpty();
    }
  }

  @Test
  void otherPumpsAreOtherSeries() {
    PumpId barn = new PumpId("barn");
    try (ReadingStore store = rig.store()) {
      store.offer(batch(reading("30002", rig.time().now(), 10)));
      store.offer(
          new Batch(
              barn,
              new Link.Up(),
              Duration.ZERO,
              List.of(reading("30002", rig.time().now(), 99)),
              true));
      store.commit();
      rig.time().pass(Duration.ofSeconds(5));

      assertThat(rig.extremes(store)).containsEntry(Rig.OUTDOOR, new Extremes(10, 10, 10));
      assertThat(store.recollection().extremes(barn, rig.start(), rig.time().wall()))
          .containsEntry(Rig.OUTDOOR, new Extremes(99, 99, 99));
    }
  }

  @Test
  void rangeEndsBeforeItsEnd() {
    try (ReadingStore store = rig.store()) {
      rig.poll(store, 1);
      rig.poll(store, 2);
      rig.poll(store, 3);
      store.commit();

      Extremes middle =
          store
              .recollection()
              .extremes(HOUSE, rig.start().plusSeconds(5), rig.start().plusSeconds(10))
              .get(Rig.OUTDOOR);

      assertThat(middle).isEqualTo(new Extremes(2, 2, 2));
    }
  }

  @Test
  void manyTurnsWorthOfBlocksAreOneAnswer() {
    try (ReadingStore store = rig.store()) {
      for (int i = 0; i < 300; i++) {
        rig.poll(store, i);
        store.commit();
      }

      Extremes all = rig.outdoor(store);

      assertThat(all.lowest()).isZero();
      assertThat(all.highest()).isEqualTo(299);
      assertThat(all.mean()).isCloseTo(149.5, within(0.001));
    }
  }

  @Test
  void clockThatJumpsByYearsHidesNothing() {
    try (ReadingStore store = rig.store()) {
      rig.time().setWall(Instant.parse("1970-01-01T00:10:00Z"));
      rig.poll(store, 7);
      rig.time().setWall(rig.start());
      rig.poll(store, 8);
      store.commit();

      assertThat(rig.extremes(store)).containsEntry(Rig.OUTDOOR, new Extremes(8, 8, 8));
      assertThat(
              store
                  .recollection()
                  .extremes(HOUSE, Instant.EPOCH, Instant.parse("1971-01-01T00:00:00Z")))
          .containsEntry(Rig.OUTDOOR, new Extremes(7, 7, 7));
    }
  }

  @Test
  void closingTwiceIsFineAndAnswersStayPossible() {
    ReadingStore store = rig.store();
    rig.poll(store, 1);

    store.close();
    store.close();

    assertThat(rig.extremes(store)).isEmpty();
  }

  private static void awaitCommit(ReadingStore store) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!store.check().cause().startsWith("last commit")) {
      assertThat(System.nanoTime()).as("no commit in 20 s").isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
  }
}
