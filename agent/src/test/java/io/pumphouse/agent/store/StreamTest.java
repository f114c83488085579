package io.pumphouse.agent.store;

import static io.pumphouse.agent.store.pack.Samples.HOUSE;
import static io.pumphouse.agent.store.pack.Samples.at;
import static io.pumphouse.agent.store.pack.Samples.batch;
import static io.pumphouse.agent.store.pack.Samples.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.poll.Batch;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples out of the store and into it, many at a time. */
final class StreamTest {
  private static final RegisterId OTHER = new RegisterId("other");

  @TempDir private Path folder;
  private Rig rig = new Rig(Path.of(""));

  @BeforeEach
  void build() {
    rig = new Rig(folder);
  }

  @Test
  void everySampleIsShownOnceInTheOrderOfTime() {
    List<Sample> shown = new ArrayList<>();
    try (ReadingStore store = rig.store()) {
      for (int i = 0; i < 500; i++) {
        store.offer(batch(reading("other", rig.time().now(), i)));
        rig.poll(store, i);
        if (i % 20 == 7) {
          store.commit();
        }
      }
      Span all = new Span(rig.start(), rig.time().wall());

      assertThat(store.recollection().each(HOUSE, Set.of(Rig.OUTDOOR, OTHER), all, shown::add))
          .isEqualTo(new Done<>(1_000L));
    }

    assertThat(shown).isSortedAccordingTo((a, b) -> wall(a).compareTo(wall(b)));
    assertThat(shown).hasSize(1_000).doesNotHaveDuplicates();
  }

  @Test
  void whatWaitsForTheVeryFirstCommitIsShown() {
    List<Sample> shown = new ArrayList<>();
    try (ReadingStore store = rig.store()) {
      rig.poll(store, 1);
      rig.poll(store, 2);
      Span all = new Span(rig.start(), rig.time().wall());

      store.recollection().each(HOUSE, Set.of(Rig.OUTDOOR), all, shown::add);
    }

    assertThat(shown).extracting(sample -> ((Reading) sample).raw()).containsExactly(1L, 2L);
  }

  @Test
  void onlyTheSpanAndTheRegistersAskedForAreShown() {
    List<Sample> shown = new ArrayList<>();
    try (ReadingStore store = rig.store()) {
      for (int i = 0; i < 10; i++) {
        store.offer(batch(reading("other", rig.time().now(), 99)));
        rig.poll(store, i);
      }
      store.commit();
      Span span = new Span(rig.start().plusSeconds(10), rig.start().plusSeconds(20));

      store.recollection().each(HOUSE, Set.of(Rig.OUTDOOR), span, shown::add);
    }

    assertThat(shown).extracting(sample -> ((Reading) sample).raw()).containsExactly(2L, 3L);
  }

  @Test
  void whatIsFilledInIsShownBeforeWhatWasHeardLater() {
    List<Sample> shown = new ArrayList<>();
    try (ReadingStore store = rig.store()) {
      rig.poll(store, 2);
      store.commit();
      store.backfill(List.of(batch(reading("30002", at(rig.start().minusSeconds(5), 0), 1))));
      Span all = new Span(rig.start().minusSeconds(60), rig.time().wall());

      store.recollection().each(HOUSE, Set.of(Rig.OUTDOOR), all, shown::add);
    }

    assertThat(shown).extracting(sample -> ((Reading) sample).raw()).containsExactly(1L, 2L);
  }

  @Test
  void daysThatAreFilledInAreRolledUp() {
    Instant from = rig.start().minus(Duration.ofDays(3));
    try (ReadingStore store = rig.store()) {
      for (int hour = 0; hour < 72; hour++) {
        store.backfill(hour(from.plus(Duration.ofHours(hour)), hour));
      }
      rig.time().pass(Rig.NEVER.plusHours(2));
      store.upkeep();
      Span span = new Span(from, rig.start());

      assertThat(rig.curve(store, span, Duration.ofHours(1)))
          .hasSize(72)
          .allSatisfy(
              (hour, stretch) -> {
                assertThat(stretch.covered()).isEqualTo(1);
                assertThat(stretch.lowest()).isEqualTo((long) hour);
                assertThat(stretch.highest()).isEqualTo((long) hour);
              });
    }
    assertThat(rig.number("SELECT count(*) FROM roll WHERE id >> 40 = 1"))
        .as("hours, and one into which the last value holds")
        .isEqualTo(73);
  }

  @Test
  void factsTellWhatThereIs() {
    try (ReadingStore store = rig.store()) {
      rig.minutes(store, 300);
      rig.time().pass(Rig.NEVER.plusHours(2));
      store.upkeep();

      assertThat(store.recollection().facts())
          .isInstanceOfSatisfying(
              Done.class,
              done -> {
                Facts facts = (Facts) done.value();
                assertThat(facts.series()).isEqualTo(1);
                assertThat(facts.blocks()).as("five, bound by twos").isEqualTo(3);
                assertThat(facts.bytes().keySet())
                    .containsExactlyInAnyOrder("raw", "minute", "quarter", "hour", "day");
                assertThat(facts.ends())
                    .containsExactly(rig.start(), rig.start().plusSeconds(299 * 60));
              });
    }
  }

  private static List<Batch> hour(Instant from, long raw) {
    return IntStream.range(0, 720)
        .mapToObj(i -> batch(reading("30002", at(from.plusSeconds(5L * i), 0), raw)))
        .toList();
  }

  private static Instant wall(Sample sample) {
    return sample.takenAt().wall();
  }
}
