package io.pumphouse.agent.command;

import io.pumphouse.web.model.ActiveAlarm;
import io.pumphouse.web.model.ActiveAlarm.Since;
import io.pumphouse.web.model.AlarmReport;
import io.pumphouse.web.model.AlarmReport.State;
import io.pumphouse.web.model.LastAlarm;
import io.pumphouse.web.model.PastAlarm;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code alarms}: which alarms are active, and which was the last. */
@Command(
    name = "alarms",
    description = {
      "Which alarms are active, in the maker's words, and which was the last.",
      "Exits with 0 only if every pump asked about says that it has none."
    })
public final class AlarmsCommand implements AgentVerb {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PUMP",
      description = "The pump's id in the configuration; all pumps if left out.")
  private String pump = "";

  @Option(names = "--json", description = "As JSON, for programs.")
  private boolean isJson;

  @Option(
      names = "--past",
      description = "Also those that are over, newest first, as far as the agent saw them.")
  private boolean isPast;

  @Override
  public int run(Desk desk, Terminal terminal) {
    if (pump.isEmpty()) {
      List<AlarmReport> all =
          desk.pumps().pumps().keySet().stream()
              .flatMap(id -> desk.alarms().alarms(id).stream())
              .toList();
      return print(
          desk,
          all,
          all.stream().map(each -> json(desk, each)).collect(Collectors.joining(",", "[", "]")),
          terminal);
    }
    Optional<AlarmReport> report = desk.pump(pump).flatMap(desk.alarms()::alarms);
    return report.isEmpty()
        ? desk.noPump(pump, terminal)
        : print(desk, List.of(report.get()), json(desk, report.get()), terminal);
  }

  private static String json(Desk desk, AlarmReport report) {
    return desk.json().alarms().apply(report, desk.alarms().past(report.pump()));
  }

  private int print(Desk desk, List<AlarmReport> reports, String json, Terminal terminal) {
    if (isJson) {
      terminal.out().println(json);
    } else {
      reports.forEach(report -> print(desk, report, terminal.out()));
    }
    return reports.stream().allMatch(AlarmsCommand::isWell) ? ExitCode.OK : ExitCode.FAILED;
  }

  private static boolean isWell(AlarmReport report) {
    return report.faults().isEmpty() && report.state() != State.UNKNOWN;
  }

  private void print(Desk desk, AlarmReport report, PrintWriter out) {
    out.println(report.pump() + ": " + state(report));
    report.active().forEach(alarm -> out.println("  " + line(alarm)));
    out.println("  last: " + last(report.last()));
    if (isPast) {
      List<PastAlarm> past = desk.alarms().past(report.pump());
      out.println(past.isEmpty() ? "  past: none seen" : "  past:");
      past.forEach(alarm -> out.println("    " + line(alarm)));
    }
  }

  private static String line(PastAlarm past) {
    return (past.isSinceSeen() ? "" : "before ")
        + past.since().truncatedTo(ChronoUnit.SECONDS)
        + (past.isUntilSeen() ? " to " : " until before ")
        + past.until().truncatedTo(ChronoUnit.SECONDS)
        + ": "
        + past.words();
  }

  private static String state(AlarmReport report) {
    return switch (report.state()) {
      case ACTIVE -> report.active().size() + " active";
      case NONE -> "no alarm";
      case UNKNOWN -> "not known whether there is an alarm: " + report.why();
    };
  }

  /** One active alarm with its severity, where somebody has said, and since when. */
  static String line(ActiveAlarm active) {
    String severity = active.alarm().severity().word();
    return active.words() + (severity.isEmpty() ? "" : " (" + severity + ")") + since(active);
  }

  private static String since(ActiveAlarm active) {
    return switch (active.since()) {
      case Since.At(var at, _) -> ", since " + at.truncatedTo(ChronoUnit.SECONDS);
      case Since.BeforeStart _ -> ", since before the agent started";
    };
  }

  private static String last(LastAlarm last) {
    return switch (last) {
      case LastAlarm.Untold _ -> "the pump does not tell";
      case LastAlarm.None _ -> "none";
      case LastAlarm.Was(var alarm) -> alarm.code() + " " + alarm.text();
      case LastAlarm.WasAt(var alarm, var at) ->
          alarm.code() + " " + alarm.text() + ", at " + at + " by the pump's clock";
      case LastAlarm.Unknown(String why) -> "not known: " + why;
    };
  }

  @Override
  public String whyAgent() {
    return "only an agent that looks on knows since when";
  }
}
