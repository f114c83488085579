package io.pumphouse.web.sample;

import io.pumphouse.hal.reading.Alarm;
import io.pumphouse.hal.reading.Severity;
import io.pumphouse.web.model.ActiveAlarm;
import io.pumphouse.web.model.ActiveAlarm.Since;
import io.pumphouse.web.model.AlarmReport;
import io.pumphouse.web.model.AlarmReport.State;
import io.pumphouse.web.model.LastAlarm;
import io.pumphouse.web.model.PastAlarm;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** Alarms of the pumps in {@link Villa}. */
public final class Plight {
  private static final Alarm PRESSURE =
      new Alarm("164", "A", Severity.ALARM, "High <b>pressure</b>", "made up");
  private static final Alarm PREHEATING =
      new Alarm("259", "", Severity.INFO, "Preheating", "made up");
  private static final Alarm CASSETTE =
      new Alarm("12", "", Severity.UNKNOWN, "Electric cassette", "made up");

  private Plight() {}

  /** Two alarms, one of them a state, one older than the agent; the pump tells no last one. */
  public static AlarmReport certain() {
    return new AlarmReport(
        Villa.HOUSE.id(),
        State.ACTIVE,
        "",
        List.of(
            new ActiveAlarm(PRESSURE, true, new Since.At(Readings.TAKEN, Duration.ofMillis(1500))),
            new ActiveAlarm(PREHEATING, true, new Since.BeforeStart())),
        new LastAlarm.Untold());
  }

  /** One alarm, named by the log. */
  public static AlarmReport probable() {
    return new AlarmReport(
        Villa.HOUSE.id(),
        State.ACTIVE,
        "",
        List.of(new ActiveAlarm(CASSETTE, false, new Since.BeforeStart())),
        new LastAlarm.WasAt(CASSETTE, LocalDateTime.parse("2025-01-28T05:11:52")));
  }

  /** Nobody knows. */
  public static AlarmReport unknown() {
    return new AlarmReport(
        Villa.COTTAGE.id(),
        State.UNKNOWN,
        "alarm_code: no answer in 1000 ms",
        List.of(),
        new LastAlarm.Unknown("not asked yet"));
  }

  /** One that was there before the agent looked. */
  public static PastAlarm over() {
    return new PastAlarm(
        new Alarm("51", "A", Severity.ALARM, "Low pressure", "made up"),
        true,
        Instant.parse("2026-02-01T04:00:00Z"),
        false,
        Instant.parse("2026-02-01T05:30:00Z"),
        true);
  }
}
