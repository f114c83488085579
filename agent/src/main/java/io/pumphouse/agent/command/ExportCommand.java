package io.pumphouse.agent.command;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.Export.Ending;
import io.pumphouse.web.model.Export.Format;
import io.pumphouse.web.model.Export.Prepared;
import io.pumphouse.web.model.Export.Readings;
import io.pumphouse.web.model.Role;
import io.pumphouse.web.model.Span;
import java.io.BufferedWriter;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}: readings to take along. */
@Command(
    name = "export",
    description = "Every reading of a pump between two times, as it comes out of the store.")
public final class ExportCommand implements TransferVerb {
  private static final int PIECE = 1 << 14;
  private static final Pattern AGO = Pattern.compile("([0-9]{1,5})([dh])");
  private static final DateTimeFormatter IN_NAMES =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PUMP",
      description = "The pump's id; may be left out where there is but one.")
  private String pump = "";

  @Option(
      names = "--from",
      required = true,
      paramLabel = "TIME",
      description =
          "Inclusive: 2026-02-03T00:00:00Z, with another offset than Z, or 7d or 12h ago.")
  private String from = "";

  @Option(names = "--to", paramLabel = "TIME", description = "Exclusive; now if left out.")
  private String to = "";

  @Option(
      names = "--metrics",
      split = ",",
      paramLabel = "METRIC",
      description = "outdoor_temp,register:30002; all if left out.")
  private List<String> metrics = new ArrayList<>();

  @Option(
      names = "--format",
      defaultValue = "csv",
      description = "csv, ndjson or line-protocol (default: ${DEFAULT-VALUE}).")
  private String format = "";

  @Option(
      names = "--stick",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "FOLDER",
      description =
          "Into a file on the stick that is plugged in and mounted below /media or /mnt; on this one"
              + " where there are several.")
  private Optional<String> stick = Optional.empty();

  @Mixin private TransferOptions options = new TransferOptions();

  @Override
  public Path config() {
    return options.config();
  }

  @Override
  public int run(Transfer transfer, Terminal terminal) {
    Instant now = transfer.time().wall();
    Optional<Instant> begin = time(from, now);
    Optional<Instant> end = to.isEmpty() ? Optional.of(now) : time(to, now);
    if (begin.isEmpty() || end.isEmpty() || !begin.get().isBefore(end.get())) {
      return terminal.misuse(
          "--from \"%s\" --to \"%s\" is no range".formatted(from, to),
          "write times as 2026-02-03T10:15:30Z, the earlier first");
    }
    Optional<Format> known = Format.of(format);
    Span span = new Span(begin.get(), end.get());
    return known.isEmpty()
        ? TransferOptions.noFormat(format, terminal)
        : TransferOptions.ofPump(
            transfer, pump, terminal, id -> export(transfer, id, span, known.get(), terminal));
  }

  private static Optional<Instant> time(String typed, Instant now) {
    Matcher ago = AGO.matcher(typed);
    if (ago.matches()) {
      int count = Integer.parseInt(ago.group(1));
      boolean isDays = ago.group(2).equals("d");
      return Optional.of(now.minus(isDays ? Duration.ofDays(count) : Duration.ofHours(count)));
    }
    try {
      return Optional.of(OffsetDateTime.parse(typed).toInstant());
    } catch (DateTimeException _) { // the caller says what was typed and what is accepted
      return Optional.empty();
    }
  }

  private int export(Transfer transfer, PumpId id, Span span, Format as, Terminal terminal) {
    return switch (transfer.out().prepare(id, metrics, span, as)) {
      case Prepared.NoSuchMetric(String name, List<String> known) ->
          terminal.fail(
              id + " has no metric or register \"" + name + "\"", "its metrics: " + known);
      case Prepared.Ready(Readings readings) ->
          stick.isEmpty()
              ? write(readings, terminal)
              : StickFile.on(
                  transfer.sticks(),
                  stick.get(),
                  terminal,
                  folder -> write(readings, name(id, span, as), folder, terminal));
    };
  }

  private static String name(PumpId id, Span span, Format as) {
    String times = IN_NAMES.format(span.from()) + "-" + IN_NAMES.format(span.to());
    return "pumphouse-" + id + "-" + times + "." + as.word();
  }

  private static int write(Readings readings, String name, Path folder, Terminal terminal) {
    return new StickFile(folder.resolve(name))
        .write(writer -> ended(readings.writeTo(writer), terminal), terminal);
  }

  private static int ended(Ending ending, Terminal terminal) {
    return switch (ending) {
      case Ending.Whole _ -> ExitCode.OK;
      case Ending.BrokenOff(String cause, String next) ->
          terminal.fail("broken off: " + cause, next);
    };
  }

  private static int write(Readings readings, Terminal terminal) {
    try (Writer writer = new BufferedWriter(new Watched(terminal), PIECE)) {
      Ending ending = readings.writeTo(writer);
      writer.flush();
      return ended(ending, terminal);
    } catch (IOException _) {
      return terminal.unheard(); // as in: pumphouse export house --from … | head
    }
  }

  /** Taking readings along on a stick writes something, if only there. */
  @Override
  public Role need() {
    return stick.isEmpty() ? Role.VIEWER : Role.TECHNICIAN;
  }

  /** Writes to a terminal until nobody reads any more; leaves it open. */
  private static final class Watched extends FilterWriter {
    private final Terminal terminal;

    Watched(Terminal terminal) {
      super(terminal.out());
      this.terminal = terminal;
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
      super.write(text, offset, length);
      flush();
    }

    @Override
    public void flush() throws IOException {
      if (terminal.isGone()) { // which flushes
        throw new IOException("nobody takes the rest");
      }
    }

    @Override
    public void close() {}
  }
}
