package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.real.Tape.Deed;
import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.HandTime;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.sqlite.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power goes at any moment, and of what was not yet synced any sectors reach the card, in any
 * order: nothing that was acknowledged is lost, and the file is sound.
 */
final class PowerCutTest {
  private static final int CUTS = 150;

  /** None, few, most and all of what was under way gets through. */
  private static final List<Double> LUCK = List.of(0.0, 0.3, 0.9, 1.0);

  @TempDir Path folder;

  @Test
  void whatWasAcknowledgedOutlivesEveryPowerCut() throws Exception {
    List<Deed> deeds =
        Preload.taped(
            folder, Preload.java(Scribe.class.getName(), folder.resolve("x.db").toString()));
    Random random = new Random(20261121);
    List<Integer> cuts = random.ints(CUTS, 1, deeds.size()).sorted().boxed().toList();
    Card card = new Card();
    int done = 0;
    for (int i = 0; i < CUTS; i++) {
      deeds.subList(done, cuts.get(i)).forEach(card::take);
      done = cuts.get(i);
      powerComesBack(card, random, LUCK.get(i % LUCK.size()), "cut after deed " + done);
    }
  }

  private void powerComesBack(Card card, Random random, double luck, String when)
      throws IOException {
    Path found = Files.createTempDirectory(folder, "found");
    card.layOut(found, random, luck);
    try (Database database =
        new Database(found.resolve("x.db"), Scribe.SCHEMA, new HandTime(), "after")) {
      switch (database.run(PowerCutTest::lastSoundEntry)) {
        case Done<Long>(Long last) ->
            assertThat(last).as(when).isGreaterThanOrEqualTo(card.acknowledged());
        case Failed<Long> failed -> throw new AssertionError(when + ": " + failed);
      }
      assertThat(database.damaged()).as(when).isEmpty();
    }
  }

  /** The number of the last entry, if the file is sound and each entry says what it should. */
  private static long lastSoundEntry(Session session) {
    assertThat(session.rows("PRAGMA integrity_check", row -> row.text(1))).containsExactly("ok");
    List<Long> numbers = new ArrayList<>();
    session.each(
        "SELECT number, text FROM entry ORDER BY number",
        row -> {
          numbers.add(row.number(1));
          assertThat(row.bytes(2)).isEqualTo(Scribe.text(row.number(1)));
        });
    long last = numbers.isEmpty() ? 0 : numbers.getLast();
    assertThat(numbers).hasSize(numbers.isEmpty() ? 0 : (int) (last - numbers.getFirst() + 1));
    return last;
  }
}
