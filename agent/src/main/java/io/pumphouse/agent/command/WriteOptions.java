package io.pumphouse.agent.command;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.WriteReport;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command that writes is told, and how it answers. */
final class WriteOptions {
  static final String WHY_AGENT =
      "a write goes only through the running agent: it alone keeps to one question at a time on the"
          + " line, checks what may be written, and notes who changed what";

  @Parameters(index = "0", paramLabel = "PUMP", description = "The pump's id in the configuration.")
  private String pump = "";

  @Option(
      names = "--why",
      required = true,
      paramLabel = "TEXT",
      description = "The reason; it is kept in the event log with your name.")
  private String why = "";

  @Option(names = "--json", description = "As JSON, for programs.")
  private boolean isJson;

  /** Something that writes. */
  @FunctionalInterface
  interface Order {
    WriteReport carryOut(PumpId pump, String who, String why);
  }

  int run(Desk desk, Terminal terminal, Order order) {
    if (!PumpId.isLegal(pump)) {
      return terminal.fail(
          "there is no pump \"" + pump + "\"", "known pumps: " + desk.pumps().pumps().keySet());
    }
    WriteReport report = order.carryOut(new PumpId(pump), terminal.user(), why);
    if (isJson) {
      terminal.out().println(desk.json().write().apply(report));
    } else {
      print(report, terminal);
    }
    return report.isDone() ? ExitCode.OK : ExitCode.FAILED;
  }

  private static void print(WriteReport report, Terminal terminal) {
    String what = report.order().pump() + " " + report.register() + ": " + report.outcome().word();
    if (!report.isDone()) {
      terminal.fail(what + ": " + report.cause(), report.next());
    } else if (report.before().isEmpty()) {
      terminal.out().println(what);
    } else {
      terminal.out().println(what + ", from " + report.before() + " to " + report.after());
    }
  }
}
