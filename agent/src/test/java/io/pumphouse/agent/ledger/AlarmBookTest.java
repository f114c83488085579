package io.pumphouse.agent.ledger;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.poll.AlarmMemory.Remembered;
import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.reading.Alarm;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Severity;
import io.pumphouse.web.model.ActiveAlarm;
import io.pumphouse.web.model.ActiveAlarm.Since;
import io.pumphouse.web.model.PastAlarm;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AlarmBookTest {
  private static final PumpId HOUSE = new PumpId("house");
  private static final Duration LASTED = Duration.ofSeconds(90);
  private static final Duration YEAR = Duration.ofDays(365);

  private final FakeTime time = new FakeTime();
  private String boot = "boot-1";
  @TempDir Path folder;

  private static Alarm alarm(String code) {
    return new Alarm(code, "A", Severity.ALARM, "Low pressure alarm", "");
  }

  private ActiveAlarm came(Duration ago) {
    return new ActiveAlarm(alarm("51"), true, new Since.At(time.wall().minus(ago), ago));
  }

  private static ActiveAlarm older() {
    return new ActiveAlarm(alarm("51"), false, new Since.BeforeStart());
  }

  /** One run of the agent. */
  private void run(Consumer<AlarmBook> happens) {
    try (Ledger ledger = new Ledger(folder.resolve("ledger.db"), boot, time)) {
      ledger.start();
      happens.accept(ledger.alarms());
    }
  }

  private List<String> events() {
    try (Ledger ledger = new Ledger(folder.resolve("ledger.db"), boot, time)) {
      return ledger.latest(9).reversed().stream()
          .map(event -> event.kind().word() + " " + event.pump() + ": " + event.text())
          .toList();
    }
  }

  private List<PastAlarm> past() {
    try (Ledger ledger = new Ledger(folder.resolve("ledger.db"), boot, time)) {
      return ledger.alarms().past(HOUSE);
    }
  }

  private List<Remembered> recalled() throws InterruptedException {
    BlockingQueue<List<Remembered>> heard = new LinkedBlockingQueue<>();
    try (Ledger ledger = new Ledger(folder.resolve("ledger.db"), boot, time)) {
      ledger.alarms().recall(heard::add);
      List<Remembered> all = heard.poll(10, SECONDS);
      assertThat(all).as("recalled within ten seconds").isNotNull();
      return all;
    }
  }

  @Test
  void anAlarmIsNotedInTheMakersWordsAndHowLongItLasted() {
    run(
        book -> {
          book.appeared(HOUSE, came(Duration.ZERO));
          time.advance(LASTED);
          book.cleared(HOUSE, came(LASTED));
        });

    assertThat(events())
        .containsExactly(
            "alarm-on house: 51 Low pressure alarm",
            "alarm-off house: 51 Low pressure alarm; over after 90 s");
  }

  @Test
  void anAlarmOlderThanTheAgentSaysSo() {
    run(
        book -> {
          book.appeared(HOUSE, older());
          book.cleared(HOUSE, older());
        });

    assertThat(events())
        .containsExactly(
            "alarm-on house: probably 51 Low pressure alarm; it was there before the agent started",
            "alarm-off house: probably 51 Low pressure alarm; over");
  }

  @Test
  void pagesInSwedishSayTheSame() {
    run(
        book -> {
          book.appeared(HOUSE, older());
          book.cleared(HOUSE, came(LASTED));
        });

    try (Ledger ledger = new Ledger(folder.resolve("ledger.db"), boot, time)) {
      assertThat(ledger.latest(2))
          .extracting(Swedish::of)
          .containsExactly(
              "51 Low pressure alarm; över efter 90 s",
              "troligen 51 Low pressure alarm; det fanns innan agenten startade");
    }
  }

  @Test
  void aRestartTellsNoAlarmAgainThatIsKnown() {
    run(book -> book.appeared(HOUSE, came(Duration.ZERO)));
    run(book -> book.appeared(HOUSE, older()));

    assertThat(events()).containsExactly("alarm-on house: 51 Low pressure alarm");
  }

  @Test
  void anAlarmThatCameAnewIsToldAgain() {
    run(book -> book.appeared(HOUSE, came(Duration.ZERO)));
    run(book -> book.appeared(HOUSE, came(Duration.ZERO)));

    assertThat(events()).hasSize(2);
    assertThat(past()).singleElement().matches(alarm -> !alarm.isUntilSeen());
  }

  @Test
  void anotherRunIsToldWhatWasActiveAndSinceWhen() throws InterruptedException {
    Instant began = time.wall();
    run(book -> book.appeared(HOUSE, came(Duration.ZERO)));
    time.advance(LASTED);

    assertThat(recalled())
        .containsExactly(
            new Remembered(HOUSE, new ActiveAlarm(alarm("51"), true, new Since.At(began, LASTED))));
  }

  /** The machine was off meanwhile, so its time since boot began anew. */
  @Test
  void afterARebootTheAgeGoesByTheWallClock() throws InterruptedException {
    Instant began = time.wall();
    run(book -> book.appeared(HOUSE, came(Duration.ZERO)));
    boot = "boot-2";
    time.jumpWall(LASTED);

    assertThat(recalled())
        .extracting(each -> each.alarm().since())
        .containsExactly(new Since.At(began, LASTED));
  }

  @Test
  void whatIsOverIsNotRecalled() throws InterruptedException {
    run(
        book -> {
          book.appeared(HOUSE, older());
          book.cleared(HOUSE, older());
        });

    assertThat(recalled()).isEmpty();
  }

  @Test
  void pastAlarmsComeNewestFirstWithTheirTimes() {
    Instant began = time.wall();
    run(
        book -> {
          book.appeared(HOUSE, came(Duration.ZERO));
          time.advance(LASTED);
          book.cleared(HOUSE, came(LASTED));
          book.appeared(HOUSE, older());
          time.advance(LASTED);
          book.endedUnseen(HOUSE, older());
          book.appeared(new PumpId("barn"), older());
        });

    assertThat(past())
        .containsExactly(
            new PastAlarm(
                alarm("51"),
                false,
                began.plus(LASTED),
                false,
                began.plus(LASTED).plus(LASTED),
                false),
            new PastAlarm(alarm("51"), true, began, true, began.plus(LASTED), true));
    assertThat(events())
        .contains(
            "alarm-off house: probably 51 Low pressure alarm; it ended while the agent did not look");
  }

  /** The clock of a Pi was years behind until a time server was reached. */
  @Test
  void whatWasStampedWithAWrongClockIsMovedOnce() {
    Instant began = time.wall();
    Duration boot = time.now().sinceBoot();
    run(
        book -> {
          book.appeared(HOUSE, came(Duration.ZERO));
          time.advance(LASTED);
          book.cleared(HOUSE, came(LASTED));
        });
    move(boot, boot.plus(LASTED));
    assertThat(past())
        .singleElement()
        .returns(began.plus(YEAR), PastAlarm::since)
        .returns(began.plus(LASTED), PastAlarm::until);

    move(boot.plus(LASTED), boot.plus(LASTED).plusMillis(1));
    assertThat(past())
        .singleElement()
        .returns(began.plus(YEAR), PastAlarm::since)
        .returns(began.plus(LASTED).plus(YEAR), PastAlarm::until);
  }

  private void move(Duration from, Duration before) {
    try (Database database =
        new Database(folder.resolve("ledger.db"), Entries.SCHEMA, time, "mover")) {
      assertThat(
              database.run(
                  session -> {
                    AlarmRows.move(session, "boot-1", from, before, YEAR);
                    return true;
                  }))
          .isEqualTo(new Outcome.Done<>(true));
    }
  }

  @Test
  void atMostFiftyPastAlarmsAreTold() {
    run(
        book -> {
          for (int i = 0; i < 60; i++) {
            book.appeared(HOUSE, came(Duration.ZERO));
            book.cleared(HOUSE, came(Duration.ZERO));
          }
        });

    assertThat(past()).hasSize(50);
  }
}
