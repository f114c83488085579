package io.pumphouse.agent.store;

import static io.pumphouse.agent.store.pack.Samples.HOUSE;
import static io.pumphouse.agent.store.pack.Samples.at;
import static io.pumphouse.agent.store.pack.Samples.batch;
import static io.pumphouse.agent.store.pack.Samples.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blocks become fewer and longer, and nobody notices but the disk. The rig begins at noon. */
final class BinderTest {
  private static final String BLOCKS = "SELECT count(*) FROM block";
  private static final String LOOSE = "SELECT count(*) FROM loose";

  @TempDir private Path folder;
  private Rig rig = new Rig(Path.of(""));

  @BeforeEach
  void build() {
    rig = new Rig(folder);
  }

  @Test
  void whatIsRolledUpIsBoundAndSaysTheSame() {
    List<Sample> before;
    List<Sample> after;
    try (ReadingStore store = rig.store()) {
      hours(store, 8);
      before = all(store);
      upkeepLater(store);
      after = all(store);
    }

    assertThat(after).hasSize(8 * 60).isEqualTo(before);
    assertThat(rig.number(BLOCKS)).as("of 96, one for each two hours").isEqualTo(4);
    assertThat(rig.number(LOOSE)).isZero();
  }

  @Test
  void whatHasNotEndedStaysAsItIs() {
    try (ReadingStore store = rig.store("boot", Duration.ofSeconds(30))) {
      hours(store, 5);
      store.upkeep();
    }

    assertThat(rig.number(BLOCKS)).as("two bound, an hour loose").isEqualTo(2 + 12);
  }

  @Test
  void wholeTakesTheNumberOfItsLastPart() {
    try (ReadingStore store = rig.store()) {
      hours(store, 4);
      upkeepLater(store);
    }

    assertThat(rig.number("SELECT min(id) FROM block")).isEqualTo(24);
    assertThat(rig.number("SELECT max(id) FROM block")).isEqualTo(48);
  }

  @Test
  void whoeverIsHalfwayThroughMissesNothing() {
    try (ReadingStore store = rig.store()) {
      hours(store, 6);
      rig.time().pass(Rig.NEVER.plusHours(4));
      List<Sample> shown = new ArrayList<>();
      Span span = new Span(rig.start(), rig.time().wall());

      store
          .recollection()
          .each(
              HOUSE,
              Set.of(Rig.OUTDOOR),
              span,
              sample -> {
                shown.add(sample);
                if (shown.size() == 30) {
                  store.upkeep();
                }
              });

      assertThat(shown).hasSize(6 * 60).isEqualTo(all(store));
      store.upkeep();
    }
    assertThat(rig.number(BLOCKS)).as("made up for").isEqualTo(3);
  }

  @Test
  void bootsAreNeverBoundTogether() {
    try (ReadingStore store = rig.store("one", Rig.NEVER)) {
      hours(store, 1);
    }
    try (ReadingStore store = rig.store("two", Rig.NEVER)) {
      hours(store, 1);
      upkeepLater(store);
      assertThat(all(store)).hasSize(120);
    }

    assertThat(rig.number(BLOCKS)).isEqualTo(2);
    assertThat(rig.number("SELECT count(DISTINCT boot) FROM block")).isEqualTo(2);
  }

  @Test
  void whatComesLateIsBoundWithTheRest() {
    try (ReadingStore store = rig.store()) {
      store.backfill(List.of(batch(reading("30002", at(rig.start().plusSeconds(10), 0), 1))));
      store.backfill(List.of(batch(reading("30002", at(rig.start().plusSeconds(20), 0), 2))));
      rig.time().pass(Rig.NEVER.plusHours(4));
      store.upkeep();
      store.backfill(List.of(batch(reading("30002", at(rig.start().plusSeconds(30), 0), 3))));
      store.upkeep();

      assertThat(all(store)).hasSize(3);
    }
    assertThat(rig.number(BLOCKS)).isEqualTo(1);
  }

  /** A gap between readings that are bound already, and the history of another machine for it. */
  @Test
  void whatIsFilledInBetweenIsWeighedWhereItBelongs() {
    try (ReadingStore store = rig.store()) {
      hours(store, 1);
      rig.time().pass(Duration.ofMinutes(30));
      hours(store, 1);
      upkeepLater(store);
      for (int minute = 60; minute < 90; minute++) {
        Instant then = rig.start().plus(Duration.ofMinutes(minute));
        store.backfill(List.of(batch(reading("30002", at(then, 0), 1_000))));
      }
      store.upkeep();

      Span two = new Span(rig.start(), rig.start().plus(Duration.ofHours(2)));
      double mean = (1_000 * 30 + 14.5 * 30) / 60;
      assertThat(rig.curve(store, two, Duration.ofHours(1)))
          .hasEntrySatisfying(1, second -> assertThat(second.covered()).isEqualTo(1))
          .hasEntrySatisfying(1, second -> assertThat(second.mean()).isEqualTo(mean));
      assertThat(all(store))
          .hasSize(150)
          .isSortedAccordingTo(Comparator.comparing(BinderTest::wall));
    }
  }

  private static Instant wall(Sample sample) {
    return sample.takenAt().wall();
  }

  @Test
  void damagedPartStaysWhereItIs() {
    try (ReadingStore store = rig.store()) {
      hours(store, 2);
    }
    rig.execute("UPDATE block SET payload = zeroblob(40) WHERE id = 3");
    try (ReadingStore store = rig.store("next", Rig.NEVER)) {
      upkeepLater(store);

      assertThat(all(store)).hasSize(115);
      assertThat(store.check().cause()).contains("1 damaged blocks were skipped");
    }
    assertThat(rig.number(BLOCKS)).isEqualTo(2);
  }

  @Test
  void boundReadingsStillMoveWhenTheClockIsPutRight() {
    Duration by = Duration.ofDays(3);
    List<Sample> before;
    try (ReadingStore store = rig.store()) {
      hours(store, 4);
      before = all(store);
      Duration half = before.get(90).takenAt().sinceBoot();
      upkeepLater(store);

      store.move(half, by.negated());

      Span early = new Span(rig.start().minus(by), rig.start());
      List<Sample> moved = all(store, early);
      assertThat(moved).extracting(Sample::register).hasSize(90);
      assertThat(moved.getFirst().takenAt().wall()).isEqualTo(rig.start().minus(by));
      assertThat(all(store)).isEqualTo(before.subList(90, before.size()));
    }
  }

  /** A value each minute, twelve commits an hour. */
  private void hours(ReadingStore store, int hours) {
    for (int minute = 0; minute < hours * 60; minute++) {
      store.offer(batch(reading("30002", rig.time().now(), minute)));
      rig.time().pass(Duration.ofMinutes(1));
      if (minute % 5 == 4) {
        store.commit();
      }
    }
  }

  private void upkeepLater(ReadingStore store) {
    rig.time().pass(Rig.NEVER.plusHours(4));
    store.upkeep();
  }

  private List<Sample> all(ReadingStore store) {
    return all(store, new Span(rig.start(), rig.time().wall()));
  }

  private static List<Sample> all(ReadingStore store, Span span) {
    List<Sample> shown = new ArrayList<>();
    store.recollection().each(HOUSE, Set.of(Rig.OUTDOOR), span, shown::add);
    return shown;
  }
}
