package io.pumphouse.agent.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.ledger.Event.Kind;
import io.pumphouse.agent.sqlite.HandTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerTest {
  @TempDir Path folder;
  private final HandTime time = new HandTime();

  @Test
  void newestEventComesFirst() {
    try (Ledger ledger = ledger()) {
      Event first = event(Kind.AGENT_STARTED, "", "version 0.1.0");
      Event second = event(Kind.LINK_DOWN, "house", "no answer in 1000 ms");
      Event third = event(Kind.LINK_UP, "house", "after 12 s");
      List.of(first, second, third).forEach(ledger::note);

      assertThat(ledger.latest(2)).containsExactly(third, second);
    }
  }

  @Test
  void eventsOutliveTheAgent() {
    Event stopped = event(Kind.AGENT_STOPPED, "", "asked to");
    try (Ledger ledger = ledger()) {
      ledger.note(stopped);
    }

    try (Ledger ledger = ledger()) {
      assertThat(ledger.latest(10)).containsExactly(stopped);
    }
  }

  @Test
  void orderIsThatOfNotingWhateverTheClockSays() {
    try (Ledger ledger = ledger()) {
      Event before = event(Kind.LINK_UP, "house", "before the clock was set back");
      ledger.note(before);
      time.setWall(Instant.EPOCH);
      Event after = event(Kind.LINK_DOWN, "house", "after");
      ledger.note(after);

      assertThat(ledger.latest(10)).containsExactly(after, before);
    }
  }

  @Test
  void whatTheDiskRefusesIsShownAndKeptUntilItTakesIt() throws Exception {
    Path later = folder.resolve("later");
    try (Ledger ledger = new Ledger(later.resolve("ledger.db"), "boot", time)) {
      Event early = event(Kind.AGENT_STARTED, "", "early");
      ledger.note(early);
      assertThat(ledger.latest(10)).containsExactly(early);
      assertThat(ledger.check().isWell()).isFalse();
      assertThat(ledger.check().next()).contains("data folder");

      Files.createDirectory(later);
      Event late = event(Kind.LINK_UP, "house", "late");
      ledger.note(late);

      assertThat(ledger.latest(10)).containsExactly(late, early);
      assertThat(ledger.check().isWell()).isTrue();
    }
  }

  @Test
  void damagedFileIsMovedAsideAndTold() throws Exception {
    Files.writeString(folder.resolve("ledger.db"), "this is no database at all");
    try (Ledger ledger = ledger()) {
      Event event = event(Kind.AGENT_STARTED, "", "again");
      ledger.note(event);

      assertThat(ledger.latest(10)).containsExactly(event);
      assertThat(ledger.check().cause()).contains("ledger.db.damaged-2026");
    }
  }

  @Test
  void beyondTheRoomTheOldestAreDroppedAndCounted() {
    try (Ledger ledger = new Ledger(folder.resolve("nowhere/ledger.db"), "boot", time)) {
      for (int i = 0; i < 1_003; i++) {
        ledger.note(event(Kind.LINK_UP, "house", "number " + i));
      }

      assertThat(ledger.latest(2_000))
          .hasSize(1_000)
          .last()
          .extracting(Event::text)
          .isEqualTo("number 3");
      assertThat(ledger.check().cause()).contains("3 events were dropped");
    }
  }

  @Test
  void kindOfAnotherVersionIsStillReadable() {
    assertThat(Kind.of("heat-pump-abducted")).isEqualTo(Kind.OTHER);
    for (Kind kind : Kind.values()) {
      assertThat(Kind.of(kind.word())).isEqualTo(kind);
    }
    assertThat(Kind.LINK_DOWN.word()).isEqualTo("link-down");
  }

  @Test
  void closingTwiceIsFine() {
    Ledger ledger = ledger();
    ledger.close();
    ledger.close();

    assertThat(ledger.latest(10)).isEmpty();
  }

  private Ledger ledger() {
    return new Ledger(folder.resolve("ledger.db"), "boot", time);
  }

  private Event event(Kind kind, String pump, String text) {
    time.pass(Duration.ofSeconds(1));
    return new Event(time.now(), kind, pump, text);
  }
}
