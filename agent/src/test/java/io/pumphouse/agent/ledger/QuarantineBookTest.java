package io.pumphouse.agent.ledger;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.poll.Confinement;
import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuarantineBookTest {
  private final FakeTime time = new FakeTime();
  @TempDir Path folder;

  private Ledger open() {
    Ledger ledger = new Ledger(folder.resolve("ledger.db"), "boot-1", time);
    ledger.start();
    return ledger;
  }

  private Confinement refused(String register, int refusals) {
    return new Confinement(
        new PumpId("house"),
        "nibe-s1255",
        "",
        new RegisterId(register),
        2,
        refusals,
        time.wall().plus(Duration.ofMinutes(refusals)));
  }

  private static List<Confinement> recalled(Ledger ledger) throws InterruptedException {
    BlockingQueue<List<Confinement>> heard = new LinkedBlockingQueue<>();
    ledger.quarantine().recall(heard::add);
    List<Confinement> all = heard.poll(10, SECONDS);
    assertThat(all).as("recalled within ten seconds").isNotNull();
    return all;
  }

  private List<String> events() {
    try (Ledger ledger = open()) {
      return ledger.latest(99).reversed().stream()
          .map(event -> event.kind().word() + " " + event.pump() + " " + event.text())
          .toList();
    }
  }

  @Test
  void aRestartKnowsWhatIsLeftAlone() throws InterruptedException {
    try (Ledger ledger = open()) {
      ledger.quarantine().confined(refused("31088", 1));
      ledger.quarantine().confined(refused("31088", 2));
    }
    try (Ledger ledger = open()) {
      assertThat(recalled(ledger)).containsExactly(refused("31088", 2));
    }
  }

  @Test
  void whatAnswersAgainIsForgotten() throws InterruptedException {
    try (Ledger ledger = open()) {
      ledger.quarantine().confined(refused("31088", 1));
      ledger.quarantine().confined(refused("31090", 1));
      ledger.quarantine().released(refused("31088", 1));
    }
    try (Ledger ledger = open()) {
      assertThat(recalled(ledger)).containsExactly(refused("31090", 1));
    }
  }

  /** The first round after a start may be quicker than the disk. */
  @Test
  void aCountThatBeganAnewDoesNotUndoTheOldOne() throws InterruptedException {
    try (Ledger ledger = open()) {
      ledger.quarantine().confined(refused("31088", 6));
    }
    try (Ledger ledger = open()) {
      ledger.quarantine().confined(refused("31088", 1));
      assertThat(recalled(ledger)).extracting(Confinement::refusals).containsExactly(6);
    }
  }

  @Test
  void eachChangeIsToldOnceAndARestartIsNoChange() {
    try (Ledger ledger = open()) {
      ledger.quarantine().confined(refused("31088", 1));
      ledger.quarantine().confined(refused("31088", 2));
    }
    try (Ledger ledger = open()) {
      ledger.quarantine().confined(refused("31088", 1));
      ledger.quarantine().released(refused("31088", 3));
    }
    assertThat(events())
        .containsExactly(
            "register-refused house register 31088 was refused with code 2; it is asked less often",
            "register-back house register 31088 answers again; it had refused 3 times in a row");
  }

  @Test
  void pagesInSwedishSayTheSame() {
    try (Ledger ledger = open()) {
      ledger.quarantine().confined(refused("31088", 1));
      ledger.quarantine().released(refused("31088", 3));
    }
    try (Ledger ledger = open()) {
      assertThat(ledger.latest(2))
          .extracting(Swedish::of)
          .containsExactly(
              "register 31088 svarar igen; det hade nekats 3 gånger i rad",
              "register 31088 nekades med kod 2; det frågas mer sällan");
    }
  }
}
