package io.pumphouse.agent.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.sqlite.HandTime;
import io.pumphouse.hal.reading.PumpId;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PulseBookTest {
  private static final PumpId HOUSE = new PumpId("house");

  @TempDir private Path folder;

  @Test
  void theCountOutlivesTheAgent() {
    try (Ledger ledger = ledger()) {
      assertThat(ledger.pulses().recall(HOUSE)).hasValue(0);
      assertThat(ledger.pulses().keep(HOUSE, 41_000)).isTrue();
      assertThat(ledger.pulses().keep(HOUSE, 42_000)).isTrue();
      assertThat(ledger.pulses().keep(new PumpId("barn"), 7)).isTrue();
    }
    try (Ledger ledger = ledger()) {
      assertThat(ledger.pulses().recall(HOUSE)).hasValue(42_000);
    }
  }

  @Test
  void aDiskThatRefusesNeitherTellsNorKeeps() {
    try (Ledger ledger = new Ledger(folder.resolve("none/ledger.db"), "boot", new HandTime())) {
      assertThat(ledger.pulses().recall(HOUSE)).isEmpty();
      assertThat(ledger.pulses().keep(HOUSE, 1)).isFalse();
    }
  }

  private Ledger ledger() {
    return new Ledger(folder.resolve("ledger.db"), "boot", new HandTime());
  }
}
