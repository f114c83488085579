package io.pumphouse.agent.log;

import io.pumphouse.web.model.LogLine.Level;
import io.pumphouse.web.model.LogLine.Source;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** What a logger was told, as the log has it. Pure. */
final class Entry {
  private static final int LONGEST = 4_000;
  private static final int MOST_FRAMES = 25;
  private static final String US = "io.pumphouse.";

  /** Only fills the parameters in. */
  private static final Formatter FILLED = new SimpleFormatter();

  /** The first that the name begins with counts. */
  private record Room(String name, Source source) {}

  private static final List<Room> ROOMS =
      List.of(
          new Room(US + "hal.gpio.", Source.AGENT),
          new Room(US + "hal.", Source.LINE),
          new Room(US + "agent.poll.", Source.LINE),
          new Room(US + "agent.ledger.LinkWatch", Source.LINE),
          new Room(US + "agent.ledger.QuarantineBook", Source.LINE),
          new Room(US + "agent.ledger.AlarmBook", Source.LINE),
          new Room(US + "agent.backup.", Source.JOBS),
          new Room(US + "agent.access.", Source.ACCESS),
          new Room(US + "agent.write.", Source.ACCESS),
          new Room(US + "web.access.", Source.ACCESS));

  private Entry() {}

  static Source source(LogRecord record) {
    String name = String.valueOf(record.getLoggerName());
    for (Room room : ROOMS) {
      if (name.startsWith(room.name())) {
        return room.source();
      }
    }
    return Source.AGENT;
  }

  static Level level(LogRecord record) {
    int level = record.getLevel().intValue();
    if (level >= java.util.logging.Level.SEVERE.intValue()) {
      return Level.ERROR;
    }
    if (level >= java.util.logging.Level.WARNING.intValue()) {
      return Level.WARNING;
    }
    return level >= java.util.logging.Level.INFO.intValue() ? Level.INFO : Level.DEBUG;
  }

  /** {@code Poller: what it says}, without secrets; further lines are a stack, each indented. */
  static String text(LogRecord record) {
    String name = String.valueOf(record.getLoggerName());
    String room = name.substring(name.lastIndexOf('.') + 1);
    String said = Plain.text(room + ": " + FILLED.formatMessage(record));
    StringBuilder text = new StringBuilder(said.length() <= LONGEST ? said : cut(said));
    Throwable thrown = record.getThrown();
    for (int depth = 0; thrown != null && depth < 3; depth++) {
      text.append("\n\t").append(Plain.text(thrown.toString()));
      frames(thrown, text);
      thrown = thrown.getCause();
    }
    return text.toString();
  }

  private static String cut(String text) {
    return text.substring(0, LONGEST) + "…";
  }

  private static void frames(Throwable thrown, StringBuilder text) {
    StackTraceElement[] frames = thrown.getStackTrace();
    for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
      text.append("\n\t\tat ").append(frames[i]);
    }
  }
}
