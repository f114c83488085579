package io.pumphouse.agent.log;

import io.pumphouse.web.model.LogLine;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;

/**
 * One line per event with the priority that systemd's journal reads from its head, see
 * sd-daemon(3); no time, the journal has it.
 */
public final class JournalFormat extends Formatter {
  private final boolean hasPriorities;

  /**
   * A format for the journal or for a terminal.
   *
   * @param hasPriorities whether the reader is the journal
   */
  public JournalFormat(boolean hasPriorities) {
    this.hasPriorities = hasPriorities;
  }

  @Override
  public String format(LogRecord entry) {
    String head = hasPriorities ? priority(Entry.level(entry)) : "";
    return Entry.text(entry).lines().map(line -> head + line + "\n").collect(Collectors.joining());
  }

  private static String priority(LogLine.Level level) {
    return switch (level) {
      case ERROR -> "<3>";
      case WARNING -> "<4>";
      case INFO -> "<6>";
      case DEBUG -> "<7>";
    };
  }
}
