package io.pumphouse.agent.store;

import io.pumphouse.agent.sqlite.Schema;
import java.util.List;

/**
 * How {@code readings.db} looks.
 *
 * <p>{@code block}: raw samples, packed, appended in the order they are heard, and later bound.
 * {@code loose}: stretches of time in which that is still to be done. {@code roll}: what is derived
 * from them, one row for each chunk, by {@code Chunk.id()}. {@code due}: chunks that do not say yet
 * what their readings amount to; everything else is as good as the readings it was made from.
 * {@code kept}: from when on each level is whole, raw readings being level 0. {@code note}: single
 * facts.
 */
final class Tables {
  private static final List<String> FIRST =
      List.of(
          "PRAGMA application_id = 0x50486872", // "PHhr": house, readings
          "CREATE TABLE boot (id INTEGER PRIMARY KEY, boot_id TEXT NOT NULL UNIQUE)",
          "CREATE TABLE series (id INTEGER PRIMARY KEY, pump TEXT NOT NULL,"
              + " register TEXT NOT NULL, UNIQUE (pump, register))",
          "CREATE TABLE block (id INTEGER PRIMARY KEY,"
              + " boot INTEGER NOT NULL REFERENCES boot, from_wall INTEGER NOT NULL,"
              + " to_wall INTEGER NOT NULL, from_mono INTEGER NOT NULL,"
              + " payload BLOB NOT NULL)",
          "CREATE INDEX block_wall ON block (from_wall, to_wall)");

  /**
   * Boots of the time before are taken for sure: nothing will put them right any more. The hours
   * that are due reach as far as a value may hold ({@code Holding.LONGEST}).
   */
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

  /** All there is may be bound. */
  private static final List<String> THIRD =
      List.of(
          "CREATE TABLE loose (stretch INTEGER PRIMARY KEY)",
          "INSERT OR IGNORE INTO loose SELECT DISTINCT from_wall / 7200000"
              + " FROM block INDEXED BY block_wall");

  static final Schema SCHEMA = new Schema(List.of(FIRST, SECOND, THIRD));

  private Tables() {}

  /** Chunks of minutes are level 1; an hour is one of them. */
  private static String due(String wall) {
    return "INSERT OR IGNORE INTO due SELECT DISTINCT (1 << 40) + ("
        + wall
        + ") / 3600000 FROM block INDEXED BY block_wall";
  }
}
