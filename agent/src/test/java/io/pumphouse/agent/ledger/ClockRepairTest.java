package io.pumphouse.agent.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.pumphouse.agent.clock.ClockMemory.Recalled;
import io.pumphouse.agent.clock.ClockNews;
import io.pumphouse.agent.clock.Era;
import io.pumphouse.agent.clock.NotMoved;
import io.pumphouse.agent.clock.Witness;
import io.pumphouse.agent.ledger.Event.Kind;
import io.pumphouse.agent.sqlite.HandTime;
import io.pumphouse.hal.reading.Moment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClockRepairTest {
  private static final Duration YEARS = Duration.ofDays(56 * 365);

  @TempDir Path folder;

  @Test
  void eventsBeforeTheStepMoveAndNoOthers() {
    try (Ledger ledger = ledger("boot")) {
      note(ledger, "1970-01-01T00:00:10Z", 10);
      note(ledger, "1970-01-01T00:00:19.999Z", 19.999);
      note(ledger, "2025-12-18T00:00:20Z", 20);

      ledger.move(Duration.ofSeconds(20), YEARS);

      assertThat(walls(ledger))
          .containsExactly(
              "2025-12-18T00:00:20Z", "2025-12-18T00:00:19.999Z", "2025-12-18T00:00:10Z");
    }
  }

  @Test
  void repeatedMoveMovesNothingTwiceAlsoAfterARestart() {
    try (Ledger ledger = ledger("boot")) {
      note(ledger, "1970-01-01T00:00:10Z", 10);
      ledger.move(Duration.ofSeconds(20), YEARS);
      ledger.move(Duration.ofSeconds(20), YEARS);
    }
    try (Ledger ledger = ledger("boot")) {
      ledger.move(Duration.ofSeconds(20), YEARS);

      assertThat(walls(ledger)).containsExactly("2025-12-18T00:00:10Z");
    }
  }

  @Test
  void laterMoveLeavesWhatWasMovedBefore() {
    try (Ledger ledger = ledger("boot")) {
      note(ledger, "1970-01-01T00:00:10Z", 10);
      note(ledger, "2038-01-01T00:00:30Z", 30);
      ledger.move(Duration.ofSeconds(20), YEARS);
      ledger.move(Duration.ofSeconds(40), Duration.ofDays(-3653));

      assertThat(walls(ledger)).containsExactly("2028-01-01T00:00:30Z", "2025-12-18T00:00:10Z");
    }
  }

  @Test
  void otherBootsAreLeftAloneUnlessTheyAreMeant() {
    try (Ledger ledger = ledger("first")) {
      note(ledger, "1970-01-01T00:00:10Z", 10);
    }
    try (Ledger ledger = ledger("second")) {
      ledger.move(Duration.ofSeconds(20), YEARS);
      assertThat(walls(ledger)).containsExactly("1970-01-01T00:00:10Z");

      ledger.moveEarlier("first", Duration.ofSeconds(20), YEARS);
      assertThat(walls(ledger)).containsExactly("2025-12-18T00:00:10Z");
    }
  }

  @Test
  void whatWaitsForTheDiskMovesOnceItCan() throws Exception {
    Path later = folder.resolve("later");
    try (Ledger ledger = new Ledger(later.resolve("ledger.db"), "boot", new HandTime())) {
      note(ledger, "1970-01-01T00:00:10Z", 10);
      assertThatThrownBy(() -> ledger.move(Duration.ofSeconds(20), YEARS))
          .isInstanceOf(NotMoved.class)
          .hasMessageContaining("ledger.db");

      Files.createDirectory(later);
      ledger.move(Duration.ofSeconds(20), YEARS);

      assertThat(walls(ledger)).containsExactly("2025-12-18T00:00:10Z");
    }
  }

  @Test
  void howTheClockWentOutlivesTheMachine() {
    Era wrong = new Era(Duration.ZERO, Instant.EPOCH, Witness.NOBODY);
    Era right =
        new Era(Duration.ofSeconds(40), Instant.parse("2026-06-01T00:00:00Z"), Witness.NETWORK);
    try (Ledger ledger = ledger("first")) {
      ledger.clock().keep(List.of(wrong, right), Duration.ofSeconds(60));
      note(ledger, "2026-06-01T00:10:00Z", 600);
    }
    try (Ledger ledger = ledger("second")) {
      Recalled recalled = ledger.clock().recall().orElseThrow();

      assertThat(recalled.eras()).isEmpty();
      assertThat(recalled.past()).hasSize(1);
      assertThat(recalled.past().getFirst().eras()).containsExactly(wrong, right);
      assertThat(recalled.past().getFirst().seen()).isEqualTo(Duration.ofMinutes(10));
      ledger.clock().mended("first");
      assertThat(ledger.clock().recall().orElseThrow().past().getFirst().isMended()).isTrue();
    }
    try (Ledger ledger = ledger("first")) {
      assertThat(ledger.clock().recall().orElseThrow().eras()).containsExactly(wrong, right);
    }
  }

  @Test
  void onlyTheLastHundredBootsAreRemembered() {
    for (int i = 0; i < 103; i++) {
      try (Ledger ledger = ledger("boot " + i)) {
        ledger
            .clock()
            .keep(List.of(new Era(Duration.ZERO, Instant.EPOCH, Witness.NOBODY)), Duration.ZERO);
      }
    }
    try (Ledger ledger = ledger("boot 102")) {
      assertThat(ledger.clock().recall().orElseThrow().past())
          .hasSize(99)
          .first()
          .extracting(boot -> boot.id())
          .isEqualTo("boot 3");
    }
  }

  @Test
  void newsOfTheClockAreEventsInWords() {
    Moment at = new Moment(Instant.parse("2026-06-01T12:00:00Z"), Duration.ofMinutes(2));
    Instant from = Instant.parse("1970-01-01T00:02:00Z");
    try (Ledger ledger = ledger("boot")) {
      ClockWatch watch = new ClockWatch(ledger);
      watch.accept(new ClockNews.Stepped(at, from, at.wall()));
      watch.accept(new ClockNews.Stepped(at, at.wall(), at.wall().minusMillis(2_500)));
      watch.accept(new ClockNews.Known(at, Witness.NETWORK, Duration.between(from, at.wall())));
      watch.accept(new ClockNews.Guessed(at, "boot", from));

      assertThat(ledger.latest(9).reversed())
          .extracting(Event::kind, Event::text)
          .containsExactly(
              tuple(
                  Kind.CLOCK_STEPPED,
                  "the clock was set forward by 20605 d 11 h, from 1970-01-01T00:02:00Z to"
                      + " 2026-06-01T12:00:00Z"),
              tuple(
                  Kind.CLOCK_STEPPED,
                  "the clock was set back by 2.5 s, from 2026-06-01T12:00:00Z to"
                      + " 2026-06-01T11:59:57Z"),
              tuple(
                  Kind.CLOCK_KNOWN,
                  "a time server set the clock; what was stamped before was moved by 20605 d 11 h"),
              tuple(
                  Kind.CLOCK_GUESSED,
                  "the time was never known from one start of the machine to the next; what was"
                      + " stamped then is placed by guess, from 1970-01-01T00:02:00Z"));
    }
  }

  private Ledger ledger(String boot) {
    return new Ledger(folder.resolve("ledger.db"), boot, new HandTime());
  }

  private static void note(Ledger ledger, String wall, double seconds) {
    Duration sinceBoot = Duration.ofMillis(Math.round(seconds * 1_000));
    ledger.note(
        new Event(new Moment(Instant.parse(wall), sinceBoot), Kind.LINK_UP, "house", "at " + wall));
  }

  private static List<String> walls(Ledger ledger) {
    return ledger.latest(99).stream().map(event -> event.at().wall().toString()).toList();
  }
}
