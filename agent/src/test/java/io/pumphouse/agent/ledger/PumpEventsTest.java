package io.pumphouse.agent.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.ledger.Event.Kind;
import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.Happening;
import io.pumphouse.web.model.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PumpEventsTest {
  private static final PumpId HOUSE = new PumpId("house");

  @TempDir private Path folder;
  private final FakeTime time = new FakeTime();

  private Instant note(Ledger ledger, String pump, String text) {
    time.advance(Duration.ofMinutes(1));
    ledger.note(new Event(time.now(), Kind.COMPRESSOR_STARTED, pump, text));
    return time.wall();
  }

  @Test
  void theEventsOfAPumpAreItsOwnNewestFirst() {
    try (Ledger ledger = new Ledger(folder.resolve("ledger.db"), "boot", time)) {
      note(ledger, "house", "one");
      Instant two = note(ledger, "house", "two");
      note(ledger, "cottage", "other");
      Instant three = note(ledger, "house", "three");

      assertThat(ledger.events(HOUSE, 2))
          .containsExactly(
              new Happening(three, "compressor-started", "house", "three"),
              new Happening(two, "compressor-started", "house", "two"));
    }
  }

  @Test
  void aSpanHoldsItsBeginningAndNotItsEnd() {
    try (Ledger ledger = new Ledger(folder.resolve("ledger.db"), "boot", time)) {
      note(ledger, "house", "before");
      Instant from = note(ledger, "house", "first");
      note(ledger, "house", "second");
      Instant to = note(ledger, "house", "after");

      assertThat(ledger.events(HOUSE, new Span(from, to), 10))
          .extracting(Happening::text)
          .containsExactly("second", "first");
    }
  }

  @Test
  void whatTheDiskHasNotTakenYetIsFilteredToo() {
    Path nowhere = folder.resolve("nowhere").resolve("ledger.db");
    try (Ledger ledger = new Ledger(nowhere, "boot", time)) {
      note(ledger, "cottage", "other");
      note(ledger, "house", "mine");

      assertThat(ledger.events(HOUSE, 10)).extracting(Happening::text).containsExactly("mine");
    }
  }
}
