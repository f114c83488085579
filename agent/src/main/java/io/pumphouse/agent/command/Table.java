package io.pumphouse.agent.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Text in columns as wide as their widest cell. */
final class Table {
  private static final int GAP = 2;
  private static final int NARROWEST = 6;

  private final List<List<String>> rows = new ArrayList<>();

  Table(String... head) {
    rows.add(List.of(head));
  }

  void row(String... cells) {
    rows.add(List.of(cells));
  }

  /** The lines, head first, without trailing blanks. */
  List<String> lines() {
    return lines(Terminal.ANY_WIDTH);
  }

  /**
   * The same in lines of at most so many characters: the widest columns have their cells folded.
   */
  List<String> lines(int columns) {
    List<Integer> widths = new ArrayList<>();
    IntStream.range(0, rows.getFirst().size()).map(this::width).forEach(widths::add);
    while (excess(widths, columns) > 0 && Collections.max(widths) > NARROWEST) {
      int widest = widths.indexOf(Collections.max(widths));
      widths.set(widest, widths.get(widest) - 1);
    }
    return rows.stream().flatMap(row -> folded(row, widths).stream()).toList();
  }

  private static int excess(List<Integer> widths, int columns) {
    int needed = widths.stream().mapToInt(width -> width + GAP).sum() - GAP;
    return needed - columns;
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static List<String> folded(List<String> row, List<Integer> widths) {
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      cells.add(Fold.text(row.get(i), widths.get(i)));
    }
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    return IntStream.range(0, height)
        .mapToObj(at -> cells.stream().map(cell -> at < cell.size() ? cell.get(at) : "").toList())
        .map(line -> line(line, widths))
        .toList();
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      line.append(row.get(i)).repeat(' ', widths.get(i) - row.get(i).length() + GAP);
    }
    return line.toString().stripTrailing();
  }
}
