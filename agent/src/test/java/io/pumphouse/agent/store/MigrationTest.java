package io.pumphouse.agent.store;

import static io.pumphouse.agent.store.pack.Samples.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Schema;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.agent.store.pack.Packer;
import io.pumphouse.agent.store.pack.Point;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.web.model.Extremes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of every older version are read on. Their SQL stands here as it was released. */
final class MigrationTest {
  private static final List<String> FIRST =
      List.of(
          "PRAGMA application_id = 0x50486872",
          "CREATE TABLE boot (id INTEGER PRIMARY KEY, boot_id TEXT NOT NULL UNIQUE)",
          "CREATE TABLE series (id INTEGER PRIMARY KEY, pump TEXT NOT NULL,"
              + " register TEXT NOT NULL, UNIQUE (pump, register))",
          "CREATE TABLE block (id INTEGER PRIMARY KEY,"
              + " boot INTEGER NOT NULL REFERENCES boot, from_wall INTEGER NOT NULL,"
              + " to_wall INTEGER NOT NULL, from_mono INTEGER NOT NULL,"
              + " payload BLOB NOT NULL)",
          "CREATE INDEX block_wall ON block (from_wall, to_wall)");

  private static final List<String> SECOND =
      List.of(
          "ALTER TABLE boot ADD COLUMN sure INTEGER NOT NULL DEFAULT 0",
          "ALTER TABLE boot ADD COLUMN moved_to INTEGER NOT NULL DEFAULT 0",
          "ALTER TABLE boot ADD COLUMN moved_by INTEGER NOT NULL DEFAULT 0",
          "ALTER TABLE boot ADD COLUMN first_block INTEGER NOT NULL DEFAULT 0",
          "UPDATE boot SET sure = 1",
          "ALTER TABLE block ADD COLUMN shift INTEGER NOT NULL DEFAULT 0",
          "CREATE TABLE roll (id INTEGER PRIMARY KEY, payload BLOB NOT NULL)",
          "CREATE TABLE due (id INTEGER PRIMARY KEY)",
          "CREATE TABLE kept (level INTEGER PRIMARY KEY, since INTEGER NOT NULL)",
          "CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
          due("from_wall"),
          due("to_wall"),
          due("to_wall + 2250000"),
          due("to_wall + 4500000"));

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void readingsOfOlderVersionsAreThereAndGetRolledUpAndBound(int version) {
    Rig rig = new Rig(folder);
    Schema schema = new Schema(List.of(FIRST, SECOND).subList(0, version));
    try (Database old = new Database(rig.file(), schema, rig.time(), "old")) {
      assertThat(old.run(session -> fill(session, rig.time().now()))).isEqualTo(new Done<>(2));
      if (version == 2) {
        assertThat(old.run(MigrationTest::noteDues)).isEqualTo(new Done<>(true));
      }
    }
    rig.time().pass(Rig.NEVER.plusHours(3));

    try (ReadingStore store = rig.store("next", Rig.NEVER)) {
      assertThat(rig.extremes(store)).containsEntry(Rig.OUTDOOR, new Extremes(21, 21.5, 22));
      store.upkeep();
      assertThat(rig.extremes(store)).containsEntry(Rig.OUTDOOR, new Extremes(21, 21.5, 22));
    }
    assertThat(rig.number("SELECT count(*) FROM roll WHERE id >> 40 = 1")).isEqualTo(1);
    assertThat(rig.number("SELECT count(*) FROM block")).as("of two").isEqualTo(1);
    assertThat(rig.number("SELECT count(*) FROM loose")).isZero();
    assertThat(rig.number("PRAGMA user_version")).isEqualTo(3);
  }

  /** As both stored two readings a minute apart, and a third that is not a value. */
  private static int fill(Session session, Moment now) {
    session.run("INSERT INTO boot (boot_id) VALUES ('old')");
    session.run("INSERT INTO series (pump, register) VALUES ('house', '30002')");
    for (int i = 0; i < 2; i++) {
      Moment at = later(now, i);
      Point end = new Point(1, new Missing(Rig.OUTDOOR, later(at, 1)));
      Point value = new Point(1, reading("30002", at, 21 + i));
      session.run(
          "INSERT INTO block (boot, from_wall, to_wall, from_mono, payload)"
              + " VALUES (1, ?, ?, ?, ?)",
          value.wall(),
          i == 0 ? value.wall() : end.wall(),
          value.mono(),
          Packer.pack(i == 0 ? List.of(List.of(value)) : List.of(List.of(value), List.of(end))));
    }
    return 2;
  }

  private static Moment later(Moment moment, int minutes) {
    Duration by = Duration.ofMinutes(minutes);
    return new Moment(moment.wall().plus(by), moment.sinceBoot().plus(by));
  }

  /** Version 2 noted so what was not rolled up yet. */
  private static boolean noteDues(Session session) {
    session.run(due("from_wall"));
    return true;
  }

  private static String due(String wall) {
    return "INSERT OR IGNORE INTO due SELECT DISTINCT (1 << 40) + ("
        + wall
        + ") / 3600000 FROM block INDEXED BY block_wall";
  }
}
