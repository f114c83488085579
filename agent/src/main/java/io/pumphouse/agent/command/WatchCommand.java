package io.pumphouse.agent.command;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.LiveReadings;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code watch}: values of a pump as they come, a line each. */
@Command(
    name = "watch",
    description =
        "Goes on telling values of a pump, a line each time all were asked; Ctrl-C stops.")
public final class WatchCommand implements AgentVerb {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** What says most about a pump at work, the most telling first. */
  private static final List<String> USUAL =
      List.of(
          "outdoor_temp",
          "supply_temp",
          "return_temp",
          "hot_water_top",
          "compressor_frequency",
          "degree_minutes",
          "brine_in",
          "brine_out");

  private static final int HEAD_EVERY = 20;
  private static final int FIRST = 11;
  private static final int NARROWEST = 9;
  private static final int WIDEST = 100;

  @Parameters(index = "0", paramLabel = "PUMP", description = "The pump's id in the configuration.")
  private String pump = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "METRIC|REGISTER",
      description = "Which values; the most telling ones if left out.")
  private List<String> names = new ArrayList<>();

  @Override
  public int run(Desk desk, Terminal terminal) {
    Optional<PumpId> known = desk.pump(pump);
    if (known.isEmpty()) {
      return desk.noPump(pump, terminal);
    }
    List<String> there = desk.live().readings(known.get()).stream().map(LiveReading::name).toList();
    List<String> strangers = names.stream().filter(name -> !there.contains(name)).toList();
    if (!strangers.isEmpty()) {
      return terminal.fail(pump + " has no " + strangers.getFirst(), "it has: " + there);
    }
    List<String> wanted = names.isEmpty() ? USUAL.stream().filter(there::contains).toList() : names;
    watch(desk, known.get(), fitting(wanted, Math.min(terminal.columns(), WIDEST)), terminal);
    return ExitCode.OK;
  }

  /** As many as a line has room for. */
  private static List<String> fitting(List<String> wanted, int columns) {
    List<String> fitting = new ArrayList<>();
    int width = FIRST;
    for (String name : wanted) {
      width += width(name);
      if (width <= columns) {
        fitting.add(name);
      }
    }
    return fitting;
  }

  private static int width(String name) {
    return Math.max(NARROWEST, shortened(name).length() + 2);
  }

  private static String shortened(String name) {
    return name.replace("_temp", "").replace("compressor_", "").replace("register:", "");
  }

  /** Waits on what the poller tells, never on the bus; ends when nobody reads any more. */
  private static void watch(Desk desk, PumpId pump, List<String> names, Terminal terminal) {
    BlockingQueue<Boolean> news = new ArrayBlockingQueue<>(1);
    news.add(true);
    terminal.scroll();
    try (LiveReadings.Subscription _ =
        desk.live().subscribe((asked, isWhole) -> note(news, isWhole && asked.equals(pump)))) {
      int line = 0;
      while (!terminal.isGone()) {
        if (news.poll(1, TimeUnit.SECONDS) != null) {
          if (line++ % HEAD_EVERY == 0) {
            terminal.out().println(head(names));
          }
          terminal.out().println(row(desk, pump, names));
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void note(BlockingQueue<Boolean> news, boolean isNew) {
    if (isNew) {
      news.offer(true);
    }
  }

  private static String head(List<String> names) {
    StringBuilder head = new StringBuilder("time     ");
    names.forEach(name -> append(head, shortened(name), width(name)));
    return head.toString();
  }

  private static String row(Desk desk, PumpId pump, List<String> names) {
    List<LiveReading> readings = desk.live().readings(pump);
    StringBuilder row = new StringBuilder(TIME.format(desk.transfer().time().wall()));
    names.forEach(name -> append(row, value(readings, name), width(name)));
    return row.toString();
  }

  private static String value(List<LiveReading> readings, String name) {
    return readings.stream()
        .filter(reading -> reading.name().equals(name) && !reading.isStale())
        .filter(reading -> reading.sample() instanceof Reading)
        .map(reading -> Spoken.value(reading.register(), reading.sample(), "").split(" ", -1)[0])
        .findFirst()
        .orElse("-");
  }

  private static void append(StringBuilder line, String cell, int width) {
    line.append(" ".repeat(Math.max(1, width - cell.length()))).append(cell);
  }
}
