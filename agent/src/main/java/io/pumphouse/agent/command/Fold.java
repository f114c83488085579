package io.pumphouse.agent.command;

import java.util.ArrayList;
import java.util.List;

/** Text in lines that are not too long, broken between words where that is possible. Pure. */
public final class Fold {
  private Fold() {}

  /** The lines of this text, each at most so wide; at least one, and blanks at a fold are lost. */
  public static List<String> text(String text, int width) {
    List<String> lines = new ArrayList<>();
    String left = text;
    while (left.length() > width) {
      int blank = left.lastIndexOf(' ', width);
      int cut = blank > 0 ? blank : width;
      lines.add(left.substring(0, cut).stripTrailing());
      left = left.substring(cut).stripLeading();
    }
    lines.add(left);
    return lines;
  }

  /** The same for a line that may be indented: what is folded stands two further in. */
  public static List<String> line(String line, int width) {
    if (line.length() <= width) {
      return List.of(line);
    }
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    String further = (indent.length() < width / 2 ? indent : "") + "  ";
    int first = Math.max(line.lastIndexOf(' ', width), indent.length());
    int cut = first > indent.length() ? first : width;
    List<String> lines = new ArrayList<>();
    lines.add(line.substring(0, cut).stripTrailing());
    text(line.substring(cut).strip(), width - further.length())
        .forEach(rest -> lines.add(further + rest));
    return lines;
  }
}
