package io.pumphouse.agent.log;

import io.pumphouse.web.model.LogLine;
import io.pumphouse.web.model.LogLine.Level;
import io.pumphouse.web.model.LogLine.Source;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the lines of a file become entries. Confined to whoever reads the file. */
sealed interface Script {
  /** The entry that begins with this line; empty if none does. */
  Optional<LogLine> begin(String line);

  /** The log itself. */
  record Own() implements Script {
    private static final int FIELDS = 4;

    @Override
    public Optional<LogLine> begin(String line) {
      String[] fields = line.split(" ", FIELDS);
      if (fields.length < FIELDS) {
        return Optional.empty();
      }
      return Level.of(fields[1])
          .flatMap(
              level ->
                  Source.of(fields[2])
                      .flatMap(
                          source ->
                              time(fields[0])
                                  .map(at -> new LogLine(at, level, source, fields[3]))));
    }
  }

  /** What one run of a job did and said: no levels, and the second it was said in. */
  final class OfRun implements Script {
    private static final Pattern NAME = Pattern.compile("(.+)-([0-9]{1,18})\\.log");
    private static final Pattern GRAVE = Pattern.compile("(failed|interrupted)(:.*)?");
    private static final Pattern DOUBTFUL =
        Pattern.compile("(warned|skipped|cancelled)(:.*)?|again after: .*");

    private final String lead;
    private Instant second = Instant.MIN;
    private int said;

    OfRun(Path file) {
      Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
      this.lead = name.matches() ? name.group(1) + " run " + name.group(2) + ": " : "";
    }

    @Override
    public Optional<LogLine> begin(String line) {
      int blank = line.indexOf(' ');
      return blank < 0
          ? Optional.empty()
          : time(line.substring(0, blank)).map(at -> entry(at, line.substring(blank + 1)));
    }

    /** What is said in one second is told apart by its order. */
    private LogLine entry(Instant at, String text) {
      said = at.equals(second) ? said + 1 : 0;
      second = at;
      return new LogLine(at.plusNanos(said * 1_000L), level(text), Source.JOBS, lead + text);
    }

    private static Level level(String text) {
      if (GRAVE.matcher(text).matches()) {
        return Level.ERROR;
      }
      return DOUBTFUL.matcher(text).matches() ? Level.WARNING : Level.INFO;
    }
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException _) { // the rest of a line that a power cut broke
      return Optional.empty();
    }
  }
}
