package io.pumphouse.hal.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a line of a map file into its cells, by RFC 4180 section 2 but without line breaks inside a
 * cell. Strict: a quote in the wrong place is a mistake, not a character.
 */
final class CsvLine {
  private final String text;
  private int next;

  private CsvLine(String text) {
    this.text = text;
  }

  /** The cells, or empty if a quote is unclosed or in the wrong place. */
  static Optional<List<String>> cells(String text) {
    CsvLine line = new CsvLine(text);
    List<String> cells = new ArrayList<>(Column.COUNT);
    do {
      Optional<String> cell = line.isAt('"') ? line.quoted() : line.plain();
      if (cell.isEmpty()) {
        return Optional.empty();
      }
      cells.add(cell.get());
    } while (line.skip(','));
    return line.next == text.length() ? Optional.of(cells) : Optional.empty();
  }

  private Optional<String> plain() {
    int comma = text.indexOf(',', next);
    String cell = text.substring(next, comma < 0 ? text.length() : comma);
    next += cell.length();
    return cell.indexOf('"') < 0 ? Optional.of(cell) : Optional.empty();
  }

  private Optional<String> quoted() {
    StringBuilder cell = new StringBuilder();
    while (skip('"')) {
      int quote = text.indexOf('"', next);
      if (quote < 0) {
        return Optional.empty();
      }
      cell.append(text, next, quote);
      next = quote + 1;
      if (isAt('"')) {
        cell.append('"');
      }
    }
    return Optional.of(cell.toString());
  }

  private boolean isAt(char wanted) {
    return next < text.length() && text.charAt(next) == wanted;
  }

  private boolean skip(char wanted) {
    boolean there = isAt(wanted);
    next += there ? 1 : 0;
    return there;
  }
}
