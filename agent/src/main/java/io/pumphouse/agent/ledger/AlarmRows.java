package io.pumphouse.agent.ledger;

import io.pumphouse.agent.sqlite.Row;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.hal.reading.Alarm;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Severity;
import io.pumphouse.web.model.PastAlarm;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Active and past alarms in {@code ledger.db}: a row without {@code until_wall} is active. {@code
 * boot} is the boot of since. All times are milliseconds. Pure functions over a session.
 */
final class AlarmRows {
  static final List<String> TABLE =
      List.of(
          "CREATE TABLE alarm (id INTEGER PRIMARY KEY, pump TEXT NOT NULL, code TEXT NOT NULL,"
              + " text TEXT NOT NULL, category TEXT NOT NULL, severity TEXT NOT NULL,"
              + " certain INTEGER NOT NULL, since_seen INTEGER NOT NULL,"
              + " since_wall INTEGER NOT NULL, since_mono INTEGER NOT NULL, boot TEXT NOT NULL,"
              + " until_seen INTEGER, until_wall INTEGER, until_mono INTEGER, until_boot TEXT)",
          "CREATE INDEX alarm_by_pump ON alarm (pump, id)");

  private static final String ALARM = "SELECT code, category, severity, text, certain, ";
  private static final String OPEN = " WHERE pump = ? AND code = ? AND until_wall IS NULL";

  private AlarmRows() {}

  /**
   * An alarm that began.
   *
   * @param isSinceSeen whether the agent saw it come
   * @param since when it came, or was first seen
   * @param boot the boot of the machine in which that was
   */
  record Begun(
      PumpId pump,
      Alarm alarm,
      boolean isCertain,
      boolean isSinceSeen,
      Moment since,
      String boot) {}

  /** Whether this alarm of this pump is active, as far as is remembered. */
  static boolean isOpen(Session session, PumpId pump, String code) {
    return session.number("SELECT count(*) FROM alarm" + OPEN, pump.name(), code) > 0;
  }

  static void begin(Session session, Begun alarm) {
    session.run(
        "INSERT INTO alarm (pump, code, text, category, severity, certain, since_seen,"
            + " since_wall, since_mono, boot) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        alarm.pump().name(),
        alarm.alarm().code(),
        alarm.alarm().text(),
        alarm.alarm().category(),
        alarm.alarm().severity().name(),
        alarm.isCertain() ? 1 : 0,
        alarm.isSinceSeen() ? 1 : 0,
        alarm.since().wall().toEpochMilli(),
        alarm.since().sinceBoot().toMillis(),
        alarm.boot());
  }

  /**
   * @param isSeen whether the agent saw it end
   */
  static void end(
      Session session, PumpId pump, String code, Moment until, String boot, boolean isSeen) {
    session.run(
        "UPDATE alarm SET until_seen = ?, until_wall = ?, until_mono = ?, until_boot = ?" + OPEN,
        isSeen ? 1 : 0,
        until.wall().toEpochMilli(),
        until.sinceBoot().toMillis(),
        boot,
        pump.name(),
        code);
  }

  /** Everything that is active, as far as is remembered. */
  static List<Begun> open(Session session) {
    return session.rows(
        ALARM
            + "pump, since_seen, since_wall, since_mono, boot FROM alarm"
            + " WHERE until_wall IS NULL ORDER BY id",
        AlarmRows::begun);
  }

  private static Begun begun(Row row) {
    return new Begun(
        new PumpId(row.text(6)),
        alarm(row),
        row.number(5) != 0,
        row.number(7) != 0,
        new Moment(Instant.ofEpochMilli(row.number(8)), Duration.ofMillis(row.number(9))),
        row.text(10));
  }

  /** What is over, newest first. */
  static List<PastAlarm> past(Session session, PumpId pump, int most) {
    return session.rows(
        ALARM
            + "since_wall, since_seen, until_wall, until_seen FROM alarm"
            + " WHERE pump = ? AND until_wall IS NOT NULL ORDER BY id DESC LIMIT ?",
        AlarmRows::past,
        pump.name(),
        most);
  }

  private static PastAlarm past(Row row) {
    return new PastAlarm(
        alarm(row),
        row.number(5) != 0,
        Instant.ofEpochMilli(row.number(6)),
        row.number(7) != 0,
        Instant.ofEpochMilli(row.number(8)),
        row.number(9) != 0);
  }

  private static Alarm alarm(Row row) {
    return new Alarm(row.text(1), row.text(2), severity(row.text(3)), row.text(4), "");
  }

  /** A word of a newer version says nothing here. */
  private static Severity severity(String word) {
    return Arrays.stream(Severity.values())
        .filter(severity -> severity.name().equals(word))
        .findFirst()
        .orElse(Severity.UNKNOWN);
  }

  /** Moves the wall times of one boot, stamped from one time since boot to another, exclusively. */
  static void move(Session session, String boot, Duration from, Duration before, Duration by) {
    Object[] values = {by.toMillis(), boot, from.toMillis(), before.toMillis()};
    session.run(
        "UPDATE alarm SET since_wall = since_wall + ?"
            + " WHERE boot = ? AND since_mono >= ? AND since_mono < ?",
        values);
    session.run(
        "UPDATE alarm SET until_wall = until_wall + ?"
            + " WHERE until_boot = ? AND until_mono >= ? AND until_mono < ?",
        values);
  }
}
