package io.pumphouse.agent.command;

import io.pumphouse.hal.pump.PlannedRead;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A workload in words for a terminal: the requests of each occasion, and the load of the line. */
final class PlanSheet {
  private PlanSheet() {}

  static List<String> lines(Workload workload) {
    List<String> lines = new ArrayList<>();
    for (Workload.Occasion occasion : workload.occasions()) {
      lines.add(heading(occasion));
      lines.addAll(requests(occasion).lines());
      lines.add("");
    }
    lines.addAll(load(workload));
    return lines;
  }

  /** {@code every 5 s and 60 s, together 55 times an hour: 4 requests, 212 ms}. */
  private static String heading(Workload.Occasion occasion) {
    String intervals =
        occasion.intervals().stream().map(PlanSheet::words).collect(Collectors.joining(" and "));
    return String.format(
        Locale.ROOT,
        "every %s, %.0f times an hour: %d %s, %s",
        intervals,
        occasion.perSecond() * Duration.ofHours(1).toSeconds(),
        occasion.reads().size(),
        occasion.reads().size() == 1 ? "request" : "requests",
        millis(occasion.lineTime()));
  }

  private static Table requests(Workload.Occasion occasion) {
    Table table = new Table("REQUEST", "REGISTERS", "LINE TIME");
    for (PlannedRead read : occasion.reads()) {
      table.row(read.span(), Integer.toString(read.registers().size()), millis(read.lineTime()));
    }
    return table;
  }

  private static List<String> load(Workload workload) {
    Duration own = workload.ownPerSecond();
    Duration needed = own.plus(workload.othersPerSecond());
    double stretch = workload.stretch();
    List<String> lines = new ArrayList<>();
    lines.add("load: " + millis(own) + " of each second on the line");
    if (!workload.othersPerSecond().isZero()) {
      lines.add("      " + millis(workload.othersPerSecond()) + " for the other pumps on it");
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "      of %s that are there: %.0f %%",
            millis(Workload.AVAILABLE),
            100.0 * needed.toNanos() / Workload.AVAILABLE.toNanos()));
    if (stretch > 1) {
      lines.add(
          String.format(
              Locale.ROOT, "too much: every interval becomes %.1f times as long", stretch));
    }
    return lines;
  }

  private static String words(Duration interval) {
    return interval.toMillis() % 1000 == 0
        ? interval.toSeconds() + " s"
        : interval.toMillis() + " ms";
  }

  private static String millis(Duration time) {
    return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
  }
}
