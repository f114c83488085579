package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.config.StoreConfig;
import io.pumphouse.agent.real.Tape.Deed;
import io.pumphouse.agent.sqlite.HandTime;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.store.Facts;
import io.pumphouse.agent.store.ReadingStore;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power goes while readings are committed, rolled up and bound as fast as they can be: none
 * that was acknowledged is lost, and none is there twice.
 */
final class BindingCutTest {
  private static final String DOOMED = "io.pumphouse.agent.store.Doomed";
  private static final String LIFE_MILLIS = "5000";
  private static final int CUTS = 40;
  private static final List<Double> LUCK = List.of(0.0, 0.3, 0.9, 1.0);

  private static final Span EVER =
      new Span(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(100_000)));

  @TempDir Path folder;

  @Test
  void whatWasAcknowledgedIsThereOnceHoweverItIsBound() throws Exception {
    List<Deed> deeds =
        Preload.taped(
            folder,
            Preload.java(DOOMED, folder.resolve("x.db").toString(), "1", "boot", LIFE_MILLIS));
    Random random = new Random(20261121);
    List<Integer> cuts = random.ints(CUTS, 1, deeds.size()).sorted().boxed().toList();
    Card card = new Card();
    int done = 0;
    long blocks = 0;
    for (int i = 0; i < CUTS; i++) {
      deeds.subList(done, cuts.get(i)).forEach(card::take);
      done = cuts.get(i);
      Path found = Files.createTempDirectory(folder, "found");
      card.layOut(found, random, LUCK.get(i % LUCK.size()));
      blocks = blocksWhenPowerIsBack(found, card.acknowledged(), "cut after deed " + done);
    }
    long commits = deeds.stream().filter(deed -> deed instanceof Deed.Said).count();
    assertThat(blocks)
        .as("blocks of %d commits: they were bound", commits)
        .isBetween(2L, commits / 2);
  }

  private static long blocksWhenPowerIsBack(Path found, long acknowledged, String when) {
    StoreConfig config = new StoreConfig(Duration.ofHours(1));
    try (ReadingStore store =
        new ReadingStore(
            found.resolve("x.db"), "next", config, ZoneOffset.UTC, () -> true, new HandTime())) {
      assertThat(numbers(store).size()).as(when).isGreaterThanOrEqualTo((int) acknowledged);
      Outcome<Facts> facts = store.recollection().facts();
      assertThat(facts).as(when).isInstanceOf(Done.class);
      return facts instanceof Done<Facts>(Facts told) ? told.blocks() : 0;
    }
  }

  /** From 1 on without a gap. */
  private static List<Long> numbers(ReadingStore store) {
    List<Long> numbers = new ArrayList<>();
    Outcome<Long> told =
        store
            .recollection()
            .each(
                new PumpId("house"),
                Set.of(new RegisterId("number")),
                EVER,
                sample -> {
                  assertThat(sample).isInstanceOf(Reading.class);
                  numbers.add(((Reading) sample).raw());
                  assertThat(numbers.getLast()).isEqualTo(numbers.size());
                });
    assertThat(told).isInstanceOf(Done.class);
    return numbers;
  }
}
