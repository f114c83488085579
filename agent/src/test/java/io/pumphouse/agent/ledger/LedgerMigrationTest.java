package io.pumphouse.agent.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.clock.Era;
import io.pumphouse.agent.clock.Witness;
import io.pumphouse.agent.health.WearMemory.Worn;
import io.pumphouse.agent.ledger.Event.Kind;
import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.HandTime;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Schema;
import io.pumphouse.hal.reading.PumpId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of every older version are read on. Their SQL stands here as it was released. */
final class LedgerMigrationTest {
  private static final PumpId HOUSE = new PumpId("house");
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);
  private static final Instant ALARM = Instant.parse("2026-01-10T08:00:00Z");
  private static final List<List<String>> STEPS =
      List.of(
          List.of(
              "PRAGMA application_id = 0x5048686C",
              "CREATE TABLE event (id INTEGER PRIMARY KEY, wall INTEGER NOT NULL,"
                  + " boot TEXT NOT NULL, mono INTEGER NOT NULL, kind TEXT NOT NULL,"
                  + " pump TEXT NOT NULL, text TEXT NOT NULL)"),
          List.of(
              "CREATE TABLE quarantine (pump TEXT NOT NULL, model TEXT NOT NULL,"
                  + " firmware TEXT NOT NULL, register TEXT NOT NULL, exception INTEGER NOT NULL,"
                  + " refusals INTEGER NOT NULL, until INTEGER NOT NULL,"
                  + " PRIMARY KEY (pump, model, firmware, register))"),
          List.of(
              "CREATE TABLE alarm (id INTEGER PRIMARY KEY, pump TEXT NOT NULL, code TEXT NOT NULL,"
                  + " text TEXT NOT NULL, category TEXT NOT NULL, severity TEXT NOT NULL,"
                  + " certain INTEGER NOT NULL, since_seen INTEGER NOT NULL,"
                  + " since_wall INTEGER NOT NULL, since_mono INTEGER NOT NULL,"
                  + " boot TEXT NOT NULL,"
                  + " until_seen INTEGER, until_wall INTEGER, until_mono INTEGER, until_boot TEXT)",
              "CREATE INDEX alarm_by_pump ON alarm (pump, id)"),
          List.of(
              "CREATE TABLE boot (id INTEGER PRIMARY KEY, boot TEXT NOT NULL UNIQUE,"
                  + " seen INTEGER NOT NULL, mended INTEGER NOT NULL DEFAULT 0,"
                  + " moved_to INTEGER NOT NULL DEFAULT 0)",
              "CREATE TABLE era (boot TEXT NOT NULL REFERENCES boot (boot) ON DELETE CASCADE,"
                  + " start INTEGER NOT NULL, zero INTEGER NOT NULL, witness TEXT NOT NULL,"
                  + " PRIMARY KEY (boot, start))"),
          List.of(
              "CREATE TABLE recording (id INTEGER PRIMARY KEY, pump TEXT NOT NULL,"
                  + " wall INTEGER NOT NULL, boot TEXT NOT NULL, mono INTEGER NOT NULL,"
                  + " alarm TEXT NOT NULL, UNIQUE (boot, mono, pump))",
              "CREATE TABLE recording_half (recording INTEGER NOT NULL REFERENCES recording"
                  + " ON DELETE CASCADE, half TEXT NOT NULL, payload BLOB NOT NULL,"
                  + " PRIMARY KEY (recording, half))"),
          List.of(
              "CREATE TABLE session (id TEXT PRIMARY KEY, user TEXT NOT NULL,"
                  + " address TEXT NOT NULL, browser TEXT NOT NULL, since INTEGER NOT NULL,"
                  + " seen INTEGER NOT NULL, digest TEXT NOT NULL)"),
          List.of(
              "CREATE TABLE wear (day TEXT PRIMARY KEY, millis INTEGER NOT NULL,"
                  + " by_agent INTEGER NOT NULL, to_disk INTEGER NOT NULL)"));

  @TempDir private Path folder;
  private final HandTime time = new HandTime();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void whatAnOlderVersionKeptIsThereAndWhatItLackedIsKeptFromNowOn(int version) {
    fill(version);

    try (Ledger ledger = new Ledger(folder.resolve("ledger.db"), "new", time)) {
      assertThat(ledger.latest(9)).extracting(Event::text).containsExactly("2", "1");
      assertThat(ledger.alarms().past(HOUSE)).hasSize(version < 3 ? 0 : 1);
      ledger.note(new Event(time.now(), Kind.LINK_UP, "house", "3"));
      assertThat(ledger.clock().keep(List.of(era()), Duration.ofHours(2))).isTrue();
      assertThat(ledger.clock().recall().orElseThrow().eras()).containsExactly(era());
      ledger.moveEarlier("old", Duration.ofMillis(2), Duration.ofDays(1));

      assertThat(ledger.latest(9)).extracting(Event::text).containsExactly("3", "2", "1");
      assertThat(ledger.latest(9).getLast().at().wall()).isEqualTo(ALARM.plus(Duration.ofDays(1)));
      assertThat(ledger.latest(9).get(1).at().wall()).isEqualTo(ALARM);
      assertThat(ledger.recordings().list(HOUSE)).hasSize(version < 5 ? 0 : 1);
      assertThat(ledger.wear().add(TODAY, Worn.NONE)).contains(Worn.NONE);
      assertThat(ledger.pulses().keep(HOUSE, 1)).isTrue();
      assertThat(ledger.check().cause()).isEqualTo("events are kept");
    }
  }

  private static Era era() {
    return new Era(Duration.ofHours(1), ALARM, Witness.NETWORK);
  }

  private void fill(int version) {
    Schema schema = new Schema(STEPS.subList(0, version));
    try (Database old = new Database(folder.resolve("ledger.db"), schema, time, "old")) {
      var filled =
          old.run(
              session -> {
                for (int i = 1; i <= 2; i++) {
                  session.run(
                      "INSERT INTO event VALUES (NULL, ?, 'old', ?, 'link-up', 'house', ?)",
                      ALARM.toEpochMilli(),
                      i,
                      "" + i);
                }
                if (version >= 3) {
                  session.run(
                      "INSERT INTO alarm VALUES (1, 'house', '51', 'High pressure', '', 'FAULT',"
                          + " 1, 1, ?1, 1, 'old', 1, ?1, 2, 'old')",
                      ALARM.toEpochMilli());
                }
                if (version >= 5) {
                  session.run(
                      "INSERT INTO recording VALUES (1, 'house', ?, 'old', 1, '51')",
                      ALARM.toEpochMilli());
                }
                return version;
              });
      assertThat(filled).isEqualTo(new Done<>(version));
    }
  }
}
