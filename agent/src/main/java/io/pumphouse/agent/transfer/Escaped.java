package io.pumphouse.agent.transfer;

import java.util.ArrayList;
import java.util.List;

/** Text in which a backslash takes a separator its meaning. Pure. */
final class Escaped {
  private Escaped() {}

  /** The parts between separators; backslashes stay. */
  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    boolean isEscaped = false;
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == separator && !isEscaped) {
        parts.add(text.substring(from, i));
        from = i + 1;
      }
      isEscaped = each == '\\' && !isEscaped;
    }
    parts.add(text.substring(from));
    return parts;
  }

  /** Without the backslashes. */
  static String plain(String text) {
    return text.replaceAll("\\\\([,= ])", "$1");
  }
}
