package io.pumphouse.agent.command;

import io.pumphouse.hal.reading.Reading;
import io.pumphouse.web.model.AlarmReport;
import io.pumphouse.web.model.BackupGlance;
import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.LastAnswer;
import io.pumphouse.web.model.LinkState;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.PumpStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code well}: is it well? In ten lines, however much is wrong. */
@Command(
    name = "well",
    description = "Is it well? The answer in at most ten lines; the whole of it: status.")
public final class WellCommand implements AgentVerb {
  private static final int LINES = 10;
  private static final int PUMPS = 3;
  private static final List<String> TOLD =
      List.of("outdoor_temp", "supply_temp", "return_temp", "hot_water_top");

  @Override
  public int run(Desk desk, Terminal terminal) {
    List<Check> wrong =
        desk.health().report().checks().stream().filter(check -> !check.isWell()).toList();
    List<String> lines = new ArrayList<>();
    lines.add(headline(desk, wrong.size()));
    desk.live().pumps().stream().limit(PUMPS).forEach(pump -> lines.add(pump(desk, pump)));
    lines.add(alarms(desk));
    lines.add(backups(desk));
    wrong.forEach(
        check ->
            lines.addAll(
                List.of("! " + check.name() + ": " + check.cause(), "  -> " + check.next())));
    cut(lines).forEach(line -> terminal.out().println(clipped(line, terminal.columns())));
    return wrong.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }

  private static String headline(Desk desk, int wrong) {
    String verdict =
        switch (wrong) {
          case 0 -> "ALL IS WELL";
          case 1 -> "ONE THING IS WRONG";
          default -> wrong + " THINGS ARE WRONG";
        };
    return verdict + " - " + desk.premises().site();
  }

  private static List<String> cut(List<String> lines) {
    if (lines.size() <= LINES) {
      return lines;
    }
    List<String> first = new ArrayList<>(lines.subList(0, LINES - 1));
    first.add("  and more: status");
    return first;
  }

  private static String clipped(String line, int columns) {
    return line.length() <= columns ? line : line.substring(0, columns - 3) + "...";
  }

  private static String pump(Desk desk, PumpStatus pump) {
    String values =
        pump.link() != LinkState.UP
            ? ""
            : TOLD.stream()
                .flatMap(
                    name ->
                        desk.live().readings(pump.id()).stream()
                            .filter(reading -> reading.name().equals(name)))
                .filter(reading -> reading.sample() instanceof Reading)
                .map(WellCommand::value)
                .collect(Collectors.joining(", ", "; ", ""));
    return "pump " + pump.id() + ": " + answers(pump) + (values.length() > 2 ? values : "");
  }

  private static String value(LiveReading reading) {
    String value = Spoken.value(reading.register(), reading.sample(), reading.meaning());
    return reading.name().replace("_temp", "").replace('_', ' ') + " " + value;
  }

  private static String answers(PumpStatus pump) {
    String word =
        switch (pump.link()) {
          case UNTRIED -> "not asked yet";
          case UP -> "answers";
          case SILENT -> "DOES NOT ANSWER";
          case DOWN -> "NO LINE";
        };
    return switch (pump.lastAnswer()) {
      case LastAnswer.Never _ -> word;
      case LastAnswer.At(_, Duration age) -> word + ", " + ago(age);
    };
  }

  private static String ago(Duration age) {
    return age.toMinutes() < 2
        ? age.toSeconds() + " s ago"
        : age.toHours() < 2 ? age.toMinutes() + " min ago" : age.toHours() + " h ago";
  }

  /** Not knowing is not the same as none. */
  private static String alarms(Desk desk) {
    List<AlarmReport> reports =
        desk.live().pumps().stream()
            .flatMap(pump -> desk.alarms().alarms(pump.id()).stream())
            .toList();
    String active =
        reports.stream()
            .flatMap(
                report ->
                    report.faults().stream().map(alarm -> report.pump() + " " + alarm.words()))
            .collect(Collectors.joining("; "));
    String unknown =
        reports.stream()
            .filter(report -> report.state() == AlarmReport.State.UNKNOWN)
            .map(report -> report.pump().name())
            .collect(Collectors.joining(", "));
    if (!active.isEmpty()) {
      return "ALARM: " + active;
    }
    return unknown.isEmpty() ? "alarms: none" : "alarms: not known for " + unknown;
  }

  private static String backups(Desk desk) {
    BackupGlance glance = desk.backups().glance();
    if (glance.jobs() == 0) {
      return "backups: no job yet";
    }
    Instant now = desk.transfer().time().wall();
    String verified =
        glance.verified().stream()
            .map(at -> "last verified " + ago(Duration.between(at, now)))
            .findFirst()
            .orElse("none ever verified");
    return "backups: "
        + verified
        + ", "
        + glance.overdue()
        + " overdue, "
        + glance.failed()
        + " failed";
  }
}
