package io.pumphouse.agent.command;

import io.pumphouse.hal.reading.Advice;
import io.pumphouse.hal.reading.Latency;
import io.pumphouse.hal.reading.LineReport;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Sign;
import io.pumphouse.web.model.LastAnswer;
import io.pumphouse.web.model.LineStatus;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code line}: how the wires serve a pump, and what their faults point to. */
@Command(
    name = "line",
    description = "How the line to a pump serves: counters, answer times, and what to do about it.")
public final class LineCommand implements AgentVerb {
  private static final int WIDEST_BAR = 40;

  @Parameters(index = "0", paramLabel = "PUMP", description = "The pump's id in the configuration.")
  private String pump = "";

  @Option(names = "--json", description = "As JSON, for programs.")
  private boolean isJson;

  @Override
  public int run(Desk desk, Terminal terminal) {
    Optional<LineStatus> line = desk.pump(pump).flatMap(desk.line()::line);
    if (line.isEmpty()) {
      return desk.noPump(pump, terminal);
    }
    if (isJson) {
      terminal.out().println(desk.json().line().apply(line.get()));
    } else {
      print(line.get(), terminal.out());
    }
    return line.get().report().advice().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }

  private static void print(LineStatus line, PrintWriter out) {
    LineReport report = line.report();
    out.printf(
        Locale.ROOT,
        "%s: %s%s, %.1f %% of the line in use, %s%n",
        line.pump(),
        line.line(),
        line.unit() == 0 ? "" : " unit " + line.unit(),
        100 * report.load(),
        lastGood(line.lastGood()));
    counters(report).lines().forEach(out::println);
    if (report.latency().answers() > 0) {
      out.println();
      histogram(report.latency(), out);
    }
    out.println();
    if (report.advice().isEmpty()) {
      out.println(withoutAdvice(report, line.pump()));
    }
    report.advice().forEach(advice -> print(advice, out));
  }

  /** Few faults prove nothing, but they are not nothing either. */
  private static String withoutAdvice(LineReport report, PumpId pump) {
    long total = report.signs().total();
    long wrong = total - report.signs().of(Sign.GOOD, Sign.REFUSED);
    if (wrong > 0 && report.signs().of(Sign.DOWN) == total) {
      return "the line could never be opened; why and what to do says: pumphouse status";
    }
    return wrong == 0
        ? "nothing speaks against this line"
        : wrong
            + " of "
            + total
            + " questions went wrong, too few of them lately to say why; to watch: pumphouse trace "
            + pump
            + " --follow";
  }

  private static Table counters(LineReport report) {
    Table table = new Table("COUNTER", "TIMES");
    table.row("asked", String.valueOf(report.asked()));
    for (Sign sign : Sign.values()) {
      if (sign == Sign.GOOD || report.signs().of(sign) > 0) {
        table.row(name(sign.word()), String.valueOf(report.signs().of(sign)));
      }
    }
    new TreeMap<>(report.refusals())
        .forEach((code, times) -> table.row("exception " + code, String.valueOf(times)));
    report
        .overheard()
        .counts()
        .forEach((sign, times) -> table.row("overheard " + name(sign.word()), "" + times));
    table.row("reconnects", String.valueOf(report.reopened()));
    table.row("bytes sent", String.valueOf(report.bytesSent()));
    table.row("bytes heard", String.valueOf(report.bytesHeard()));
    return table;
  }

  private static String name(String word) {
    return word.replace('_', ' ');
  }

  private static void histogram(Latency latency, PrintWriter out) {
    out.printf(
        "answers: half within %d ms, 95 %% within %d ms, longest %d ms%n",
        latency.within(50).toMillis(), latency.within(95).toMillis(), latency.longest().toMillis());
    long most = latency.counts().stream().mapToLong(Long::longValue).max().orElse(1);
    for (int step = 0; step < Latency.STEPS; step++) {
      long count = latency.counts().get(step);
      if (count > 0) {
        String upTo =
            step == Latency.STEPS - 1 ? "longer" : "<= " + Latency.upTo(step).toMillis() + " ms";
        String bar = "#".repeat((int) Math.max(1, count * WIDEST_BAR / most));
        out.printf("%10s %8d %s%n", upTo, count, bar);
      }
    }
  }

  private static String lastGood(LastAnswer answer) {
    return switch (answer) {
      case LastAnswer.Never _ -> "no good answer yet";
      case LastAnswer.At(_, var age) -> "last good answer " + age.toSeconds() + " s ago";
    };
  }

  private static void print(Advice advice, PrintWriter out) {
    out.println(advice.words());
    out.println("  " + advice.next());
  }
}
