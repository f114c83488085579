package io.pumphouse.agent.store;

import static io.pumphouse.agent.store.pack.Samples.HOUSE;
import static io.pumphouse.agent.store.pack.Samples.at;
import static io.pumphouse.agent.store.pack.Samples.batch;
import static io.pumphouse.agent.store.pack.Samples.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.config.StoreConfig;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Stretch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens between commits. The rig begins on 15 January 2026 at noon UTC. */
final class UpkeepTest {
  private static final int DAY = 1_440;

  @TempDir private Path folder;
  private Rig rig = new Rig(Path.of(""));

  @BeforeEach
  void build() {
    rig = new Rig(folder);
  }

  @Test
  void hoursThatEndedAreRolledUpOnce() {
    try (ReadingStore store = rig.store()) {
      rig.minutes(store, 300);
      rig.time().pass(Rig.NEVER.plusHours(3));
      store.upkeep();
    }

    assertThat(rig.number("SELECT count(*) FROM roll WHERE id >> 40 = 1")).isEqualTo(6);
    assertThat(rig.number("SELECT count(*) FROM due WHERE id >> 40 = 1")).isZero();
  }

  @Test
  void whatIsRolledUpSaysTheSameAsTheReadings() {
    try (ReadingStore store = rig.store()) {
      rig.minutes(store, 3 * DAY);
      SortedMap<Integer, Stretch> before = rig.hours(store);
      store.upkeep();

      assertThat(rig.hours(store)).isEqualTo(before).hasSize(72);
    }
  }

  @Test
  void nothingIsRolledUpNorForgottenWhileTheClockIsUnsure() {
    StoreConfig config = keeping(Duration.ofDays(1), Duration.ofDays(1));
    rig.setSure(false);
    try (ReadingStore store = rig.store("boot", config, Rig.STOCKHOLM)) {
      rig.minutes(store, 3 * DAY);
      store.upkeep();
    }

    assertThat(rig.number("SELECT count(*) FROM roll")).isZero();
    assertThat(rig.number("SELECT count(*) FROM block")).isEqualTo(72);
  }

  @Test
  void hoursOutliveTheReadingsAndTheMinutesTheyWereMadeOf() {
    StoreConfig config = keeping(Duration.ofDays(2), Duration.ofDays(4));
    try (ReadingStore store = rig.store("boot", config, Rig.STOCKHOLM)) {
      rig.minutes(store, 10 * DAY);
      SortedMap<Integer, Stretch> before = rig.hours(store);
      store.upkeep();

      assertThat(rig.hours(store)).isEqualTo(before).hasSize(240);
    }

    assertThat(rig.number("SELECT count(*) FROM block")).isBetween(48L, 60L);
    assertThat(rig.number("SELECT count(*) FROM roll WHERE id >> 40 = 1"))
        .as("four days, less the half that is not rolled up yet: the rig commits no more often")
        .isBetween(80L, 90L);
  }

  @Test
  void readingsThatComeLateStandBesideWhatIsRolledUp() {
    StoreConfig config = keeping(Duration.ofDays(2), Duration.ofDays(30));
    try (ReadingStore store = rig.store("boot", config, Rig.STOCKHOLM)) {
      rig.minutes(store, 5 * DAY);
      store.upkeep();
      SortedMap<Integer, Stretch> before = rig.hours(store);

      store.backfill(List.of(batch(reading("late", at(rig.start(), 0), 7))));
      store.upkeep();

      assertThat(rig.hours(store)).isEqualTo(before);
      assertThat(rig.extremes(store)).containsKey(new RegisterId("late"));
    }
  }

  @Test
  void fullDiskTakesTheOldestReadingsButNotWhatIsRolledUp() {
    StoreConfig config =
        new StoreConfig(
            Rig.NEVER, Duration.ofDays(90), Duration.ofDays(90), StoreConfig.FOREVER, 1L << 60);
    try (ReadingStore store = rig.store("boot", config, Rig.STOCKHOLM)) {
      rig.minutes(store, 20 * DAY);
      SortedMap<Integer, Stretch> before = rig.hours(store);
      store.upkeep();

      assertThat(store.check().cause()).contains("the oldest readings are given up");
      assertThat(rig.hours(store)).isEqualTo(before);
    }

    assertThat(rig.number("SELECT count(*) FROM block")).isEqualTo(Floor.BLOCKS_LEFT);
  }

  @Test
  void daysFollowTheZoneAlsoAfterItChanged() {
    LocalDate first = LocalDate.of(2026, 1, 15);
    try (ReadingStore store = rig.store()) {
      rig.minutes(store, 4 * DAY);
      rig.time().pass(Duration.ofDays(40));
      store.upkeep();
      assertThat(day(store, first.plusDays(1)).lowest()).isEqualTo(11 * 60);
    }
    try (ReadingStore store =
        rig.store("boot", new StoreConfig(Rig.NEVER), ZoneId.of("Asia/Kathmandu"))) {
      assertThat(day(store, first.plusDays(1)).lowest()).isEqualTo(11 * 60);
      store.upkeep();
      assertThat(day(store, first.plusDays(1)).lowest()).isEqualTo(6 * 60 + 15);
    }
  }

  private static Stretch day(ReadingStore store, LocalDate day) {
    return store
        .recollection()
        .days(HOUSE, Set.of(Rig.OUTDOOR), day, day.plusDays(1))
        .values()
        .iterator()
        .next()
        .values()
        .iterator()
        .next();
  }

  private static StoreConfig keeping(Duration raw, Duration minutes) {
    return new StoreConfig(Rig.NEVER, raw, minutes, StoreConfig.FOREVER, 0);
  }
}
