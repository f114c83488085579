package io.pumphouse.agent.store;

import static io.pumphouse.agent.store.Rig.OUTDOOR;
import static io.pumphouse.agent.store.pack.Samples.HOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.Inventory;
import io.pumphouse.web.model.Stock.Counted;
import io.pumphouse.web.model.Stock.Leafed;
import io.pumphouse.web.model.Stock.Way;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StocktakerTest {
  private final Rig rig;

  StocktakerTest(@TempDir Path folder) {
    rig = new Rig(folder);
  }

  @Test
  void countsEverySampleWhereThereAreFewBlocks() {
    try (ReadingStore store = rig.store()) {
      store.start();
      rig.minutes(store, 180);

      assertThat(inventory(store).samples()).isEqualTo(180);
      assertThat(inventory(store).isEstimate()).isFalse();
      assertThat(inventory(store).series()).isEqualTo(1);
    }
  }

  @Test
  void saysThatItEstimatesWhereThereAreMany() {
    try (ReadingStore store = rig.store()) {
      store.start();
      for (int i = 0; i < 200; i++) {
        rig.poll(store, i);
        store.commit();
      }

      assertThat(inventory(store).samples()).isBetween(180L, 220L);
      assertThat(inventory(store).isEstimate()).isTrue();
    }
  }

  @Test
  void leafsBackFromTheNewestWhetherCommittedOrNot() {
    try (ReadingStore store = rig.store()) {
      store.start();
      rig.minutes(store, 120);
      rig.poll(store, 999);
      Leafed.Leaf newest = leaf(store, Way.BACK, rig.time().wall(), 3);
      Leafed.Leaf before = leaf(store, Way.BACK, newest.samples().getFirst().takenAt().wall(), 3);

      assertThat(raws(newest)).containsExactly(118L, 119L, 999L);
      assertThat(raws(before)).containsExactly(115L, 116L, 117L);
      assertThat(before.isMore()).isTrue();
    }
  }

  @Test
  void leafsOverALongGap() {
    try (ReadingStore store = rig.store()) {
      store.start();
      rig.minutes(store, 2);
      rig.time().pass(Duration.ofDays(40));
      rig.poll(store, 999);
      store.commit();

      assertThat(raws(leaf(store, Way.BACK, rig.time().wall(), 10))).containsExactly(0L, 1L, 999L);
      assertThat(raws(leaf(store, Way.ON, rig.start(), 10))).containsExactly(0L, 1L, 999L);
      assertThat(leaf(store, Way.ON, rig.start(), 10).isMore()).isFalse();
      assertThat(raws(leaf(store, Way.ON, rig.start().plusMillis(1), 1))).containsExactly(1L);
    }
  }

  @Test
  void aStoreWithoutReadingsHasEmptyLeaves() {
    try (ReadingStore store = rig.store()) {
      store.start();

      assertThat(raws(leaf(store, Way.BACK, rig.time().wall(), 10))).isEmpty();
      assertThat(raws(leaf(store, Way.ON, rig.start(), 10))).isEmpty();
      assertThat(inventory(store).covered()).isEmpty();
    }
  }

  private static Inventory inventory(ReadingStore store) {
    return switch (new Stocktaker(store).count()) {
      case Counted.Whole(Inventory inventory) -> inventory;
      case Counted.Failed failed -> throw new AssertionError(failed.toString());
    };
  }

  private static Leafed.Leaf leaf(ReadingStore store, Way way, Instant edge, int most) {
    return switch (new Stocktaker(store).leaf(HOUSE, OUTDOOR, way, edge, most)) {
      case Leafed.Leaf leaf -> leaf;
      case Leafed.Failed failed -> throw new AssertionError(failed.toString());
    };
  }

  private static List<Long> raws(Leafed.Leaf leaf) {
    return leaf.samples().stream().map(StocktakerTest::raw).toList();
  }

  private static long raw(Sample sample) {
    return ((Reading) sample).raw();
  }
}
