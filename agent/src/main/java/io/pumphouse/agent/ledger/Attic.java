package io.pumphouse.agent.ledger;

import io.pumphouse.agent.clock.Trust;
import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Lets go of the oldest events and past alarms, some each hour, in the order they were noted. How
 * many there may be is bounded whatever the clock says; nothing grows old before it can be trusted.
 * Active alarms stay, and so does the last of each alarm of each pump. Confined to the database's
 * thread.
 */
final class Attic {
  /** Ten years of a busy pump; some 15 MB. */
  static final int MOST_EVENTS = 150_000;

  static final int MOST_ALARMS = 10_000;
  private static final int PER_TURN = 500;
  private static final Duration EVERY = Duration.ofHours(1);

  private static final String PAST =
      " until_wall IS NOT NULL AND id NOT IN (SELECT max(id) FROM alarm GROUP BY pump, code)";

  private final Database database;
  private final Supplier<Duration> keep;
  private final Trust trust;
  private final TimeSource time;

  Attic(Database database, Supplier<Duration> keep, Trust trust, TimeSource time) {
    this.database = database;
    this.keep = keep;
    this.trust = trust;
    this.time = time;
  }

  void open() {
    database.every(EVERY, this::tidy);
  }

  /** What fails is tried again in an hour; the ledger's check tells why. */
  void tidy() {
    var unused = database.run(Attic::clear);
    if (trust.isSure()) {
      long before = time.wall().toEpochMilli() - keep.get().toMillis();
      unused = database.run(session -> forget(session, before));
    }
  }

  /** What there are more of than there is room for, whatever the clock says. */
  private static boolean clear(Session session) {
    session.run(
        "DELETE FROM event WHERE id IN (SELECT id FROM event"
            + " WHERE id <= (SELECT max(id) FROM event) - ? ORDER BY id LIMIT ?)",
        MOST_EVENTS,
        PER_TURN);
    session.run(
        "DELETE FROM alarm WHERE id IN (SELECT id FROM alarm"
            + " WHERE id <= (SELECT max(id) FROM alarm) - ? AND"
            + PAST
            + " ORDER BY id LIMIT ?)",
        MOST_ALARMS,
        PER_TURN);
    return true;
  }

  /**
   * What is too old; of events those before the first that is not, so nobody looks at all of them.
   *
   * @param before milliseconds since 1970, by a clock that can be trusted
   */
  private static boolean forget(Session session, long before) {
    session.run(
        "DELETE FROM event WHERE id IN (SELECT id FROM event WHERE id <"
            + " (SELECT id FROM event WHERE wall >= ? ORDER BY id LIMIT 1) ORDER BY id LIMIT ?)",
        before,
        PER_TURN);
    session.run(
        "DELETE FROM alarm WHERE id IN"
            + " (SELECT id FROM alarm WHERE until_wall < ? AND"
            + PAST
            + " ORDER BY id LIMIT ?)",
        before,
        PER_TURN);
    return true;
  }
}
