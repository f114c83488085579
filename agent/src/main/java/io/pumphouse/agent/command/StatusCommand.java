package io.pumphouse.agent.command;

import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.LastAnswer;
import io.pumphouse.web.model.LinkState;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.PumpStatus;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code status}: is it well, and what do the pumps say now. */
@Command(name = "status", description = "What is well, what is wrong, and what the pumps say now.")
public final class StatusCommand implements AgentVerb {
  @Option(names = "--json", description = "As JSON, for programs.")
  private boolean isJson;

  @Override
  public int run(Desk desk, Terminal terminal) {
    if (isJson) {
      terminal.out().println(desk.json().status().get());
    } else {
      print(desk, terminal);
    }
    return desk.health().report().isWell() ? ExitCode.OK : ExitCode.FAILED;
  }

  private static void print(Desk desk, Terminal terminal) {
    Table board = new Table("CHECK", "STATE", "CAUSE", "NEXT STEP");
    for (Check check : desk.health().report().checks()) {
      board.row(check.name(), check.isWell() ? "ok" : "degraded", check.cause(), check.next());
    }
    terminal.print(board);
    desk.live().pumps().forEach(pump -> print(desk, pump, terminal));
  }

  private static void print(Desk desk, PumpStatus pump, Terminal terminal) {
    terminal.out().println();
    String unit = pump.unit() == 0 ? "" : ", unit " + pump.unit();
    terminal
        .out()
        .printf(
            "%s: %s on %s%s, %s%n", pump.id(), pump.title(), pump.line(), unit, link(pump.link()));
    desk.alarms()
        .active(pump.id())
        .forEach(alarm -> terminal.out().println("  alarm: " + AlarmsCommand.line(alarm)));
    if (!pump.cause().isEmpty()) {
      terminal.out().println("  " + pump.cause() + "; " + pump.next());
    }
    if (pump.link() == LinkState.UP) {
      terminal.print(table(desk.live().readings(pump.id())));
    } else if (!pump.cause().isEmpty()) {
      terminal.out().println("  " + lastAnswer(pump.lastAnswer()));
    }
  }

  private static Table table(List<LiveReading> readings) {
    Table values = new Table("NAME", "VALUE", "STATE", "AGE");
    for (LiveReading reading : readings) {
      values.row(
          reading.name(),
          Spoken.value(reading.register(), reading.sample(), reading.meaning()),
          Spoken.state(reading.sample()) + (reading.isStale() ? ", stale" : ""),
          age(reading.age()));
    }
    return values;
  }

  private static String lastAnswer(LastAnswer answer) {
    return switch (answer) {
      case LastAnswer.Never _ -> "has not answered since the agent started";
      case LastAnswer.At(var at, var age) -> "last answer " + age(age) + " ago, at " + at;
    };
  }

  private static String link(LinkState link) {
    return switch (link) {
      case UNTRIED -> "not asked yet";
      case UP -> "answers";
      case SILENT -> "does not answer";
      case DOWN -> "no line";
    };
  }

  private static String age(Duration age) {
    return age.toMinutes() < 2 ? age.toSeconds() + " s" : age.toMinutes() + " min";
  }
}
