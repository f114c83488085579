package io.pumphouse.web.model;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One entry of the log. Immutable.
 *
 * @param at when, by the wall clock; two entries of one room are never at the same moment
 * @param text what a person should read; more than one line where a bug left its stack
 */
public record LogLine(Instant at, Level level, Source source, String text) {
  /** How grave, from left to right ever more. */
  public enum Level {
    DEBUG,
    INFO,
    WARNING,
    ERROR;

    /** {@code warning}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The level of this word, or empty if there is none. */
    public static Optional<Level> of(String word) {
      for (Level level : values()) {
        if (level.word().equals(word)) {
          return Optional.of(level);
        }
      }
      return Optional.empty();
    }
  }

  /** Where it comes from. */
  public enum Source {
    /** The agent itself: its store, its clock, its pages. */
    AGENT,
    /** The wires and the pumps on them. */
    LINE,
    /** Backup jobs, and what their tools say. */
    JOBS,
    /** Who came in, and who changed what of the pump. */
    ACCESS;

    /** {@code access}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The source of this word, or empty if there is none. */
    public static Optional<Source> of(String word) {
      for (Source source : values()) {
        if (source.word().equals(word)) {
          return Optional.of(source);
        }
      }
      return Optional.empty();
    }
  }

  /** The entry as a file has it, without the end of the line. */
  public String plain() {
    return at + " " + level.word() + " " + source.word() + " " + text;
  }
}
