package io.pumphouse.agent.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.poll.Batch;
import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.PumpId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinkWatchTest {
  private static final PumpId HOUSE = new PumpId("house");
  private static final PumpId CABIN = new PumpId("cabin");
  private static final Link UP = new Link.Up();
  private static final Link SILENT = new Link.Silent("no answer in 1 s", "look at the cable");
  private static final Link DOWN = new Link.Down("no such port", "plug the adapter in");

  private final FakeTime time = new FakeTime();
  @TempDir Path folder;

  @BeforeEach
  void boot() {
    time.advance(Duration.ofMinutes(1));
  }

  private void hear(LinkWatch watch, PumpId pump, Link link) {
    watch.offer(new Batch(pump, link, Duration.ZERO, List.of(), true));
    time.advance(Duration.ofSeconds(5));
  }

  private List<String> noted(Object... pumpsAndLinks) {
    try (Ledger ledger = new Ledger(folder.resolve("ledger.db"), "boot-1", time)) {
      LinkWatch watch = new LinkWatch(ledger, time);
      for (int i = 0; i < pumpsAndLinks.length; i += 2) {
        hear(watch, (PumpId) pumpsAndLinks[i], (Link) pumpsAndLinks[i + 1]);
      }
    }
    return lines();
  }

  private List<String> lines() {
    try (Ledger ledger = new Ledger(folder.resolve("ledger.db"), "boot-1", time)) {
      return ledger.latest(99).reversed().stream()
          .map(
              e ->
                  e.at().sinceBoot().toMillis()
                      + " "
                      + e.kind().word()
                      + " "
                      + e.pump()
                      + " "
                      + e.text())
          .toList();
    }
  }

  @Test
  void aPumpThatKeepsAnsweringIsNotedOnce() {
    assertThat(noted(HOUSE, UP, HOUSE, UP, HOUSE, UP))
        .containsExactly("60000 link-up house answers");
  }

  @Test
  void aPumpThatNeverAnswersIsNotedOnce() {
    assertThat(noted(HOUSE, DOWN, HOUSE, DOWN))
        .containsExactly("60000 link-down house no such port; plug the adapter in");
  }

  @Test
  void eachChangeIsNotedWithHowLongTheSilenceWas() {
    assertThat(noted(HOUSE, UP, HOUSE, SILENT, HOUSE, SILENT, HOUSE, SILENT, HOUSE, UP))
        .containsExactly(
            "60000 link-up house answers",
            "65000 link-down house no answer in 1 s; look at the cable",
            "80000 link-up house answers again after 15 s");
  }

  @Test
  void fromSilentToDownIsStillTheSameSilence() {
    assertThat(noted(HOUSE, SILENT, HOUSE, DOWN, HOUSE, UP))
        .containsExactly(
            "60000 link-down house no answer in 1 s; look at the cable",
            "70000 link-up house answers again after 10 s");
  }

  @Test
  void onePumpsSilenceIsNotTheOthers() {
    assertThat(noted(HOUSE, UP, CABIN, SILENT, HOUSE, UP, CABIN, SILENT))
        .containsExactly(
            "60000 link-up house answers",
            "65000 link-down cabin no answer in 1 s; look at the cable");
  }

  @Test
  void aWallClockThatJumpsDoesNotMakeASilenceLonger() {
    try (Ledger ledger = new Ledger(folder.resolve("ledger.db"), "boot-1", time)) {
      LinkWatch watch = new LinkWatch(ledger, time);
      hear(watch, HOUSE, SILENT);
      time.jumpWall(Duration.ofDays(400));
      hear(watch, HOUSE, UP);
    }

    assertThat(lines().getLast()).endsWith("answers again after 5 s");
  }

  @Test
  void aPumpThatWasNotAskedYetIsNotDown() {
    assertThat(noted(HOUSE, new Link.Untried(), HOUSE, UP))
        .containsExactly("65000 link-up house answers");
  }

  @Test
  void pagesInSwedishSayTheSame() {
    noted(HOUSE, UP, HOUSE, SILENT, HOUSE, UP);

    try (Ledger ledger = new Ledger(folder.resolve("ledger.db"), "boot-1", time)) {
      assertThat(ledger.latest(3))
          .extracting(Swedish::of)
          .containsExactly(
              "pumpen svarar igen efter 5 s",
              "no answer in 1 s; look at the cable",
              "pumpen svarar");
    }
  }
}
