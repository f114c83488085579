package io.pumphouse.agent.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.health.WearMemory.Worn;
import io.pumphouse.agent.sqlite.HandTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WearBookTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);
  private static final Worn SOME = new Worn(Duration.ofMinutes(60), 1_000, 9_000);

  @TempDir private Path folder;

  @Test
  void sumOfTheDayOutlivesTheAgent() {
    try (Ledger ledger = ledger()) {
      assertThat(ledger.wear().add(TODAY, SOME)).contains(SOME);
      assertThat(ledger.wear().add(TODAY, SOME)).contains(SOME.plus(SOME));
    }
    try (Ledger ledger = ledger()) {
      assertThat(ledger.wear().add(TODAY, Worn.NONE)).contains(SOME.plus(SOME));
      assertThat(ledger.wear().add(TODAY.plusDays(1), Worn.NONE)).contains(Worn.NONE);
    }
  }

  @Test
  void daysLongPastAreForgotten() {
    try (Ledger ledger = ledger()) {
      for (int day = 0; day < 40; day++) {
        ledger.wear().add(TODAY.plusDays(day), SOME);
      }

      assertThat(ledger.wear().add(TODAY.plusDays(8), Worn.NONE)).contains(Worn.NONE);
      assertThat(ledger.wear().add(TODAY.plusDays(9), Worn.NONE)).contains(SOME);
    }
  }

  @Test
  void diskThatRefusesTellsNothing() {
    try (Ledger ledger = new Ledger(folder.resolve("none/ledger.db"), "boot", new HandTime())) {
      assertThat(ledger.wear().add(TODAY, SOME)).isEmpty();
    }
  }

  private Ledger ledger() {
    return new Ledger(folder.resolve("ledger.db"), "boot", new HandTime());
  }
}
