package io.pumphouse.web.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Something that somebody has done with a backup or a medium, and that may take minutes. Immutable.
 *
 * @param about the id of the backup, or of the medium
 * @param began when
 * @param bytes how far it is
 * @param total how far it goes; 0 if that is not known
 * @param answers what came of it; empty while it goes on
 * @param took from beginning to end; zero while it goes on
 */
public record Chore(
    Kind kind,
    String about,
    Instant began,
    long bytes,
    long total,
    List<JobAnswer> answers,
    Duration took) {
  public Chore {
    answers = List.copyOf(answers);
  }

  /** One that has just begun. */
  public Chore(Kind kind, String about, Instant began, long total) {
    this(kind, about, began, 0, total, List.of(), Duration.ZERO);
  }

  /** What is done. */
  public enum Kind {
    VERIFY,
    RESTORE,
    WITHDRAW,
    DELETE,
    EJECT;

    /** The word in addresses and texts: {@code verify}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it has come to its end. */
  public boolean isOver() {
    return !answers.isEmpty();
  }

  /** The same, so many bytes later. */
  public Chore further(long more) {
    return new Chore(kind, about, began, bytes + more, total, answers, took);
  }

  /** The same at its end. */
  public Chore over(JobAnswer answer, Duration after) {
    return new Chore(kind, about, began, bytes, total, List.of(answer), after);
  }
}
