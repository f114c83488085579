package io.pumphouse.agent.health;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

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
    String source = entry.getLoggerName();
    String room = source.substring(source.lastIndexOf('.') + 1);
    return priority(entry.getLevel()) + room + ": " + formatMessage(entry) + "\n" + stack(entry);
  }

  private String priority(Level level) {
    if (!hasPriorities) {
      return "";
    }
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return "<3>";
    }
    return level.intValue() >= Level.WARNING.intValue() ? "<4>" : "<6>";
  }

  private static String stack(LogRecord entry) {
    if (entry.getThrown() == null) {
      return "";
    }
    StringWriter text = new StringWriter();
    entry.getThrown().printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
