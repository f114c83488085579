package io.pumphouse.hal.husdata;

import io.pumphouse.hal.line.Frame;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what arrives into lines, each ended by CR LF. Remembers one line at most, however much comes
 * without an end. Confined to one thread.
 */
final class Lines {
  /** Twice the longest label in the maker's lists. */
  private static final int LONGEST = 100;

  private final StringBuilder begun = new StringBuilder();

  /** The lines that these bytes complete, oldest first. */
  List<String> heard(Frame bytes) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < bytes.length(); i++) {
      char each = (char) bytes.at(i);
      if (each == '\n') {
        lines.add(ended());
      } else if (begun.length() <= LONGEST) {
        begun.append(each);
      }
    }
    return lines;
  }

  /** Whether a line has begun and not ended. */
  boolean isWithinLine() {
    return !begun.isEmpty();
  }

  /** Forgets the line that has only begun. */
  void forget() {
    begun.setLength(0);
  }

  /** A line that is too long or has lost its CR keeps something in it that no line may have. */
  private String ended() {
    boolean isWhole = begun.length() <= LONGEST && begun.toString().endsWith("\r");
    String line = isWhole ? begun.substring(0, begun.length() - 1) : begun + "\n";
    forget();
    return line;
  }
}
