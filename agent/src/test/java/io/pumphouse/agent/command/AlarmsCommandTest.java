package io.pumphouse.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.poll.LineBooks;
import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.reading.Alarm;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Severity;
import io.pumphouse.web.model.ActiveAlarm;
import io.pumphouse.web.model.ActiveAlarm.Since;
import io.pumphouse.web.model.AlarmReport;
import io.pumphouse.web.model.AlarmReport.State;
import io.pumphouse.web.model.Alarms;
import io.pumphouse.web.model.Doctor;
import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.LastAlarm;
import io.pumphouse.web.model.Logs;
import io.pumphouse.web.model.PastAlarm;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AlarmsCommandTest {
  private static final PumpId HOUSE = new PumpId("house");
  private static final Instant MORNING = Instant.parse("2026-02-03T06:15:00Z");
  private static final Alarm CASSETTE = alarm("12", Severity.UNKNOWN, "Electric cassette");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private static Alarm alarm(String code, Severity severity, String text) {
    return new Alarm(code, "", severity, text, "test");
  }

  private int type(AlarmReport report, String... typed) {
    LineBooks lines = new LineBooks(List.of(), new FakeTime());
    Desk desk =
        new Desk(
            new QuietAgent.NoReadings(),
            new OnePump(report),
            () -> new Health.Report(true, List.of()),
            new QuietAgent.NoQuestions(),
            new QuietAgent.NoWrites(),
            lines,
            lines,
            new QuietAgent.NoAccounts(),
            QuietAgent.noTransfer(),
            new QuietBackups(),
            new QuietBoard(),
            QuietAgent.premises(),
            new AsJson(
                () -> "{}",
                (it, past) ->
                    "{\"state\":\"" + it.state().word() + "\",\"past\":" + past.size() + "}",
                _ -> "{}",
                _ -> "{}",
                _ -> "{}",
                _ -> "{}",
                _ -> "{}",
                _ -> "{}",
                _ -> "{}",
                _ -> "{}"),
            Doctor.none(),
            Logs.none());
    return new CommandTable((verb, _, _, terminal) -> verb.run(desk, terminal), List.of())
        .execute(List.of(typed), new Terminal(new PrintWriter(out), new PrintWriter(err)));
  }

  private record OnePump(AlarmReport report) implements Alarms {
    @Override
    public Optional<AlarmReport> alarms(PumpId pump) {
      return Optional.of(report).filter(it -> it.pump().equals(pump));
    }

    @Override
    public List<PastAlarm> past(PumpId pump) {
      Instant night = Instant.parse("2026-02-02T01:00:00.25Z");
      return List.of(
          new PastAlarm(CASSETTE, false, night, true, MORNING, true),
          new PastAlarm(CASSETTE, true, night, false, MORNING, false));
    }
  }

  private static AlarmReport two() {
    return new AlarmReport(
        HOUSE,
        State.ACTIVE,
        "",
        List.of(
            new ActiveAlarm(
                alarm("164", Severity.ALARM, "High pressure alarm"),
                true,
                new Since.At(MORNING, Duration.ofMinutes(5))),
            new ActiveAlarm(CASSETTE, false, new Since.BeforeStart())),
        new LastAlarm.WasAt(CASSETTE, LocalDateTime.parse("2025-01-28T05:11:52")));
  }

  private static AlarmReport without(State state, String why) {
    return new AlarmReport(HOUSE, state, why, List.of(), new LastAlarm.Untold());
  }

  @Test
  void activeAlarmsAreInTheMakersWordsAndTheLastApart() {
    assertThat(type(two(), "alarms", "house")).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString().lines())
        .containsExactly(
            "house: 2 active",
            "  164 High pressure alarm (alarm), since 2026-02-03T06:15:00Z",
            "  probably 12 Electric cassette, since before the agent started",
            "  last: 12 Electric cassette, at 2025-01-28T05:11:52 by the pump's clock");
  }

  @Test
  void whatIsOverIsToldWhenAskedFor() {
    type(without(State.NONE, ""), "alarms", "house", "--past");

    assertThat(out.toString().lines().skip(2))
        .containsExactly(
            "  past:",
            "    2026-02-02T01:00:00Z to 2026-02-03T06:15:00Z: probably 12 Electric cassette",
            "    before 2026-02-02T01:00:00Z until before 2026-02-03T06:15:00Z:"
                + " 12 Electric cassette");
  }

  @Test
  void aPumpWithoutAlarmsIsWell() {
    assertThat(type(without(State.NONE, ""), "alarms")).isEqualTo(ExitCode.OK);
    assertThat(out.toString().lines())
        .containsExactly("house: no alarm", "  last: the pump does not tell");
  }

  @Test
  void notKnowingIsNotBeingWell() {
    assertThat(type(without(State.UNKNOWN, "alarm_code: not asked yet"), "alarms"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(out.toString())
        .startsWith("house: not known whether there is an alarm: alarm_code: not asked yet");
  }

  @Test
  void aStateOfOperationIsNoFailure() {
    ActiveAlarm blocked =
        new ActiveAlarm(alarm("996", Severity.INFO, "Blocked"), true, new Since.BeforeStart());
    AlarmReport report =
        new AlarmReport(HOUSE, State.ACTIVE, "", List.of(blocked), new LastAlarm.None());

    assertThat(type(report, "alarms")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("996 Blocked (info)", "last: none");
  }

  @Test
  void programsGetOneObjectOrAnArray() {
    type(two(), "alarms", "house", "--json");
    type(two(), "alarms", "--json");

    assertThat(out.toString().lines())
        .containsExactly(
            "{\"state\":\"active\",\"past\":2}", "[{\"state\":\"active\",\"past\":2}]");
  }

  @Test
  void anUnknownPumpNamesTheKnownOnes() {
    assertThat(type(two(), "alarms", "barn")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("there is no pump \"barn\"", "known pumps: [house]");
  }
}
