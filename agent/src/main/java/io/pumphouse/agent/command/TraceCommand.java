package io.pumphouse.agent.command;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.TracedFrame;
import io.pumphouse.web.model.Trace;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trace}: the frames on a pump's line. */
@Command(
    name = "trace",
    description = "The last frames on a pump's line: time, direction, unit, bytes, meaning, fault.")
public final class TraceCommand implements AgentVerb {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** How soon one who hung up on a quiet line is noticed. */
  private static final Duration LOOK_UP = Duration.ofSeconds(1);

  /** The longest Modbus frame, 256 bytes. */
  private static final int LONGEST_HEX = 3 * 256;

  /** Sixteen bytes. */
  private static final int SHORT_HEX = 3 * 16;

  @Parameters(index = "0", paramLabel = "PUMP", description = "The pump's id in the configuration.")
  private String pump = "";

  @Option(names = "--follow", description = "Goes on with every new frame, until interrupted.")
  private boolean follows;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many frames to begin with, 0 to 2000 (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "One JSON object a line, for programs.")
  private boolean isJson;

  @Override
  public int run(Desk desk, Terminal terminal) {
    if (limit < 0 || limit > Trace.FRAMES) {
      return terminal.misuse("--limit " + limit, "use 0 to " + Trace.FRAMES);
    }
    Optional<PumpId> known = desk.pump(pump);
    if (known.isEmpty()) {
      return desk.noPump(pump, terminal);
    }
    Function<TracedFrame, String> line = isJson ? desk.json().frame() : TraceCommand::line;
    List<TracedFrame> frames = desk.trace().newest(known.get(), Math.max(1, limit));
    long last = frames.isEmpty() ? 0 : frames.getLast().number();
    if (limit > 0) {
      frames.stream().map(line).forEach(terminal.out()::println);
    }
    return follows ? follow(desk.trace(), known.get(), last, line, terminal) : ExitCode.OK;
  }

  /** Waits on the trace, never on the bus; ends when nobody reads any more. */
  private static int follow(
      Trace trace, PumpId pump, long seen, Function<TracedFrame, String> line, Terminal terminal) {
    long last = seen;
    terminal.scroll();
    try {
      while (!terminal.isGone()) {
        List<TracedFrame> frames = trace.after(pump, last, LOOK_UP);
        frames.stream().map(line).forEach(terminal.out()::println);
        last = frames.isEmpty() ? last : frames.getLast().number();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.OK;
  }

  private static String line(TracedFrame frame) {
    String arrow =
        switch (frame.direction()) {
          case SENT -> ">";
          case HEARD -> "<";
          case OVERHEARD -> "?";
        };
    String words = frame.meaning() + (frame.fault().isEmpty() ? "" : "  !! " + frame.fault());
    return "%s %s %3d  %-24s  %s"
        .formatted(TIME.format(frame.at()), arrow, frame.unit(), shortened(frame.hex()), words)
        .stripTrailing();
  }

  /** An H1 tells thousands of bytes at once, and its meaning would stand far off the screen. */
  private static String shortened(String hex) {
    return hex.length() <= LONGEST_HEX
        ? hex
        : hex.substring(0, SHORT_HEX) + "… (" + (hex.length() + 1) / 3 + " bytes)";
  }
}
