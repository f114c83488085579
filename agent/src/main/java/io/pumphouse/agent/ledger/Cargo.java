package io.pumphouse.agent.ledger;

import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.agent.sqlite.Wreck;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A table of a damaged ledger, of which every row that can be read is worth copying.
 *
 * @param columns which ones, a comma and a space between
 * @param where which rows to read
 * @param guard which of them to write
 * @param earlier how much lower a number becomes: numbers tell the order of noting
 * @param most rows at a time; the halves of recordings are long
 */
record Cargo(String table, String columns, String where, String guard, long earlier, int most) {
  /** Damage that reaches further than so many rows is taken for the end. */
  private static final long WIDEST_GAP = 1 << 20;

  private static final String ALL = "1";

  /** Whatever is there already came later. */
  private static final long BEFORE_ALL = 1L << 40;

  static final Cargo EVENTS =
      new Cargo("event", "id, wall, boot, mono, kind, pump, text", ALL, ALL, BEFORE_ALL, 200);

  /** Active ones are found anew. */
  static final Cargo ALARMS =
      new Cargo(
          "alarm",
          "id, pump, code, text, category, severity, certain, since_seen, since_wall, since_mono,"
              + " boot, until_seen, until_wall, until_mono, until_boot",
          "until_wall IS NOT NULL",
          ALL,
          BEFORE_ALL,
          200);

  /** How far the times of each boot are right: what was moved is not to be moved again. */
  static final Cargo BOOTS = new Cargo("boot", "boot, seen, mended, moved_to", ALL, ALL, 0, 100);

  static final Cargo ERAS =
      new Cargo(
          "era", "boot, start, zero, witness", ALL, "boot IN (SELECT boot FROM boot)", 0, 100);

  static final Cargo RECORDINGS =
      new Cargo("recording", "id, pump, wall, boot, mono, alarm", ALL, ALL, 0, 20);

  static final Cargo HALVES =
      new Cargo(
          "recording_half",
          "recording, half, payload",
          ALL,
          "recording IN (SELECT id FROM recording)",
          0,
          1);

  /**
   * @param literals the values as SQL writes them
   */
  private record Item(long id, String literals) {}

  /** Copies them; says how many. */
  long copy(Wreck wreck, Session session) {
    long copied = 0;
    long after = Long.MIN_VALUE;
    long gap = 1;
    while (gap <= WIDEST_GAP) {
      Wreck.Found<Item> found = next(wreck, after);
      for (Item item : found.rows()) {
        copied += write(session, item);
        after = item.id();
        gap = 1;
      }
      if (found.rows().isEmpty()) {
        if (found.isWhole()) {
          return copied;
        }
        after = Math.max(after, 0) + gap;
        gap *= 2;
      }
    }
    return copied;
  }

  private Wreck.Found<Item> next(Wreck wreck, long after) {
    String literals =
        Arrays.stream(columns.split(", "))
            .map(column -> column.equals("id") ? "id - " + earlier : column)
            .map("quote(%s)"::formatted)
            .collect(Collectors.joining(" || ',' || "));
    return wreck.rows(
        "SELECT rowid, %s FROM %s WHERE rowid > ? AND %s ORDER BY rowid LIMIT ?"
            .formatted(literals, table, where),
        row -> new Item(row.number(1), row.text(2)),
        after,
        most);
  }

  private long write(Session session, Item item) {
    session.run(
        ("WITH one (%2$s) AS (VALUES (%3$s)) INSERT OR IGNORE INTO %1$s (%2$s)"
                + " SELECT * FROM one WHERE %4$s")
            .formatted(table, columns, item.literals(), guard));
    return session.number("SELECT changes()");
  }
}
