package io.pumphouse.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.sqlite.SmallDisk;
import io.pumphouse.web.model.Extremes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was stamped before the clock was set is put right. */
final class MoveTest {
  private static final Instant WRONG = Instant.parse("1970-01-01T00:10:00Z");

  @TempDir private Path folder;
  private Rig rig = new Rig(Path.of(""));

  @BeforeEach
  void build() {
    rig = new Rig(folder);
  }

  @Test
  void storedReadingsMove() {
    try (ReadingStore store = rig.store()) {
      Duration by = wrongThenRight(store, true);

      store.move(rig.time().now().sinceBoot(), by);

      assertThat(rig.outdoor(store)).isEqualTo(new Extremes(7, 7.5, 8));
    }
  }

  @Test
  void pendingReadingsMove() {
    try (ReadingStore store = rig.store()) {
      Duration by = wrongThenRight(store, false);

      store.move(rig.time().now().sinceBoot(), by);
      store.commit();

      assertThat(rig.outdoor(store)).isEqualTo(new Extremes(7, 7.5, 8));
    }
  }

  @Test
  void blockInWhichTheClockWasSetIsCutInTwo() {
    try (ReadingStore store = rig.store()) {
      rig.time().setWall(rig.start().minusSeconds(600));
      rig.poll(store, 7);
      rig.time().setWall(rig.start().plusSeconds(5));
      Duration set = rig.time().now().sinceBoot();
      rig.poll(store, 8);
      store.commit();

      store.move(set, Duration.ofMinutes(10));

      assertThat(rig.outdoor(store)).isEqualTo(new Extremes(7, 7.5, 8));
    }
  }

  @Test
  void whatWasMovedIsNeverMovedAgain() {
    try (ReadingStore store = rig.store()) {
      Duration by = wrongThenRight(store, true);
      Duration set = rig.time().now().sinceBoot();

      store.move(set, by);
      store.move(set, by);

      assertThat(rig.outdoor(store)).isEqualTo(new Extremes(7, 7.5, 8));
    }
    assertThat(rig.number("SELECT max(shift) FROM block")).isEqualTo(by().toMillis());
  }

  /** The clock tells all moves of its boot again to an agent that was started anew. */
  @Test
  void afterARestartAMoveThatWasMadeMeansNoWork() {
    Duration set;
    try (ReadingStore store = rig.store()) {
      Duration by = wrongThenRight(store, true);
      set = rig.time().now().sinceBoot();
      store.move(set, by);
      rig.time().pass(Rig.NEVER.plusHours(2));
      store.upkeep();
    }
    long due = rig.number("SELECT count(*) FROM due");
    long newest = rig.number("SELECT max(id) FROM block");

    try (ReadingStore store = rig.store()) {
      store.move(set, by());
    }

    assertThat(rig.number("SELECT count(*) FROM due")).isEqualTo(due);
    assertThat(rig.number("SELECT max(id) FROM block")).isEqualTo(newest);
    assertThat(rig.number("SELECT moved_by FROM boot")).isEqualTo(by().toMillis());
  }

  @Test
  void hoursInWhichTheClockWasRightAreNotRolledUpAnew() {
    try (ReadingStore store = rig.store()) {
      rig.poll(store, 7);
      store.commit();
      rig.time().pass(Rig.NEVER.plusHours(2));
      store.upkeep();
      Duration wrongFrom = rig.time().now().sinceBoot();
      Instant right = rig.time().wall();
      rig.time().setWall(WRONG);
      rig.poll(store, 8);
      store.commit();
      Duration by = Duration.between(WRONG, right);
      rig.time().setWall(rig.time().wall().plus(by));

      store.move(wrongFrom, Duration.ZERO);
      store.move(rig.time().now().sinceBoot(), by);
    }
    long hour = rig.start().getEpochSecond() / 3_600;
    assertThat(rig.number("SELECT count(*) FROM due WHERE id = " + ((1L << 40) + hour))).isZero();
    assertThat(rig.number("SELECT max(from_wall / 3600000) FROM block"))
        .isGreaterThanOrEqualTo(hour + 14);
  }

  @Test
  void moveThatTheDiskRefusedIsMadeUpFor() {
    Path later = folder.resolve("later");
    try (ReadingStore store = rig.store(later.resolve("readings.db"))) {
      Duration by = wrongThenRight(store, false);
      store.move(rig.time().now().sinceBoot(), by);
      assertThat(later.toFile().mkdir()).isTrue();
      store.commit();

      assertThat(rig.outdoor(store)).isEqualTo(new Extremes(7, 7.5, 8));
    }
  }

  @Test
  void movedReadingsAreRolledUpWhereTheyBelong() {
    try (ReadingStore store = rig.store()) {
      Duration by = wrongThenRight(store, true);
      store.move(rig.time().now().sinceBoot(), by);
      rig.time().pass(Rig.NEVER.plusHours(2));
      store.upkeep();
      assertThat(rig.outdoor(store).lowest()).isEqualTo(7);
    }

    assertThat(rig.number("SELECT min(id & 0xFFFFFFFF) FROM roll WHERE id >> 40 = 1"))
        .isEqualTo(rig.start().getEpochSecond() / 3_600);
  }

  /** They would be found older than anything that is kept. */
  @Test
  void nothingIsLetGoWhileAMoveIsRefused() throws Exception {
    try (SmallDisk disk = SmallDisk.mounted(folder, 64);
        ReadingStore store = rig.store("boot", Rig.GREEDY, Rig.STOCKHOLM)) {
      rig.time().setWall(WRONG);
      int polls = 0;
      while (store.check().isWell()) {
        rig.poll(store, polls++);
        store.commit();
      }
      Duration by = Duration.between(WRONG, rig.start());
      rig.time().setWall(rig.time().wall().plus(by));
      store.move(rig.time().now().sinceBoot(), by);
      disk.remount("size=16m");
      store.upkeep();
      store.commit();

      assertThat(rig.outdoor(store).lowest()).isZero();
      assertThat(rig.outdoor(store).highest()).isEqualTo(polls - 1);
    }
  }

  private Duration wrongThenRight(ReadingStore store, boolean committed) {
    rig.time().setWall(WRONG);
    rig.poll(store, 7);
    rig.poll(store, 8);
    if (committed) {
      store.commit();
    }
    rig.time().setWall(rig.start().plusSeconds(10));
    return by();
  }

  private Duration by() {
    return Duration.between(WRONG, rig.start());
  }
}
