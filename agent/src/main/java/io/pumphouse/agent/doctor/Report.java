package io.pumphouse.agent.doctor;

import io.pumphouse.web.model.Doctor;
import io.pumphouse.web.model.Doctor.Grade;
import io.pumphouse.web.model.Doctor.Sign;
import java.util.List;
import java.util.Locale;

/**
 * What the doctor says, for a terminal.
 *
 * @param signs what was seen
 */
public record Report(List<Sign> signs) {
  /** The exit code when something is bad, or nothing could be found out. */
  public static final int NOTHING_WORKS = 2;

  public Report {
    signs = List.copyOf(signs);
  }

  /** One sign a line, what to do below it, and a sum at the end. */
  public String text() {
    int width = signs.stream().mapToInt(sign -> sign.name().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (Sign sign : signs) {
      text.append(
          String.format(
              Locale.ROOT, "%-4s  %-" + width + "s  %s%n", word(sign), sign.name(), sign.cause()));
      if (!sign.next().isEmpty()) {
        text.append(" ".repeat(width + 8)).append("-> ").append(sign.next()).append('\n');
      }
    }
    return text.append('\n').append(sum()).append('\n').toString();
  }

  /** 0 when all is well, 1 when somebody should look, 2 when something is bad. */
  public int exitCode() {
    return switch (Doctor.worst(signs)) {
      case WELL -> 0;
      case LOOK -> 1;
      case BAD -> NOTHING_WORKS;
    };
  }

  private String sum() {
    if (Doctor.worst(signs) == Grade.WELL) {
      return "All is well.";
    }
    return count(Grade.BAD)
        + " bad, "
        + count(Grade.LOOK)
        + " to look at, "
        + count(Grade.WELL)
        + " well.";
  }

  private long count(Grade grade) {
    return signs.stream().filter(sign -> sign.grade() == grade).count();
  }

  private static String word(Sign sign) {
    return switch (sign.grade()) {
      case WELL -> "well";
      case LOOK -> "LOOK";
      case BAD -> "BAD";
    };
  }
}
