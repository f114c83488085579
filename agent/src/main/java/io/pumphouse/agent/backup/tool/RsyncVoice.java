package io.pumphouse.agent.backup.tool;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What rsync prints with {@code --no-h --info=progress2 --stats} (progress.c). Pure. */
public final class RsyncVoice {
  private static final Pattern PROGRESS =
      Pattern.compile(" *([0-9]+) +[0-9]+% +[0-9.]+[kMG]B/s .*");
  private static final Pattern TO_DO =
      Pattern.compile("Total transferred file size: ([0-9]+) bytes");

  private static final Pattern ESCAPED = Pattern.compile("\\\\#([0-7]{3})");
  private static final int ITEMS = 11; // how long %i is (rsync(1), --itemize-changes)

  /** What a line of a comparison tells. */
  public sealed interface Compared {
    /** This file is there, byte for byte. */
    record Equal(String name) implements Compared {}

    record Different(String name) implements Compared {}

    /** Nothing about the content of a file. */
    record Nothing() implements Compared {}
  }

  private RsyncVoice() {}

  /** What a line printed with {@code --checksum -ii --out-format='%i %n'} tells. */
  public static Compared compared(String line) {
    if (line.startsWith("*deleting")) {
      return new Compared.Different(line.substring("*deleting".length()).strip());
    }
    if (line.length() <= ITEMS + 1
        || line.charAt(ITEMS) != ' '
        || "<>ch.".indexOf(line.charAt(0)) < 0) {
      return new Compared.Nothing();
    }
    String name = unescaped(line.substring(ITEMS + 1));
    boolean isFile = line.charAt(1) == 'f';
    return switch (line.charAt(0)) {
      case '<', '>', 'c' -> new Compared.Different(name);
      case '.' -> isFile ? new Compared.Equal(name) : new Compared.Nothing();
      default -> new Compared.Nothing();
    };
  }

  /** rsync writes control characters, and what looks like one so written, as {@code \\#012}. */
  private static String unescaped(String name) {
    return ESCAPED
        .matcher(name)
        .replaceAll(it -> Matcher.quoteReplacement("" + (char) Integer.parseInt(it.group(1), 8)));
  }

  /** Whether it says that it leaves out what the destination cannot keep. */
  public static boolean isLeftOut(String line) {
    return line.startsWith("skipping non-regular file");
  }

  /** How far it is, if this line tells. Its percentage is of all files, not of what is to do. */
  public static Optional<Tally> progress(String line) {
    Matcher matcher = PROGRESS.matcher(line);
    return matcher.matches()
        ? Optional.of(new Tally(Long.parseLong(matcher.group(1)), -1))
        : Optional.empty();
  }

  /** How much there is to copy, if this line of a dry run tells. */
  public static Optional<Long> toDo(String line) {
    Matcher matcher = TO_DO.matcher(line);
    return matcher.matches() ? Optional.of(Long.parseLong(matcher.group(1))) : Optional.empty();
  }
}
