package io.pumphouse.hal.map;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Register;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads one map file, from its text to the register map or to all its mistakes. */
final class MapLoader {
  private final List<String> lines;
  private final Problems problems;
  private final HeadParser directives;
  private final Rows rows;

  private final Function<String, Shelf.Page> tables;

  private MapLoader(MapText text, Function<String, Shelf.Page> tables) {
    this.tables = tables;
    lines = text.lines();
    problems = new Problems(text.file());
    directives = new HeadParser(text.modelId(), problems);
    rows = new Rows(problems);
  }

  /**
   * The map in this file.
   *
   * @param tables finds an alarm table by its name
   */
  static Lookup load(MapText text, Function<String, Shelf.Page> tables) {
    return new MapLoader(text, tables).load();
  }

  private Lookup load() {
    if (lines.stream().noneMatch(MapLoader::isSaid)) {
      problems.add(1, "empty file", "begin with \"" + Directive.MODEL.example() + "\"");
      return new Lookup.Faulty(problems.inOrder());
    }
    int header = readHead();
    Head head = directives.finish(header);
    readRows(header, new RowParser(head, problems));
    rows.findOverlaps();
    head.neverWrite().forEach(rows::requireIds);
    head.values().forEach(this::requireMetric);
    AlarmTable alarms = AlarmTable.EMPTY;
    for (Said named : head.alarms()) {
      alarms = alarms(named);
    }
    if (problems.count() > 0) {
      return new Lookup.Faulty(problems.inOrder());
    }
    return new Lookup.Found(
        new RegisterMap(
            head.model(), rows.registers(), rows.metrics(), alarms, words(head.values())));
  }

  private static Map<Metric, Map<Long, String>> words(List<Values> values) {
    return values.stream().collect(Collectors.toMap(Values::metric, Values::words));
  }

  private void requireMetric(Values values) {
    if (!rows.metrics().containsKey(values.metric())) {
      values.said().reject(values.metric().key(), "name a metric that one of the rows carries");
    }
  }

  private AlarmTable alarms(Said named) {
    return switch (tables.apply(named.value())) {
      case MapText text -> AlarmLoader.load(text, problems.in(text.file()));
      case Shelf.Unreadable(MapProblem problem) -> {
        problems.add(problem);
        yield AlarmTable.EMPTY;
      }
      case Shelf.NotHere() -> {
        named.reject(
            named.value(),
            "name one that comes with the program, such as nibe-s, or put "
                + named.value()
                + ".csv into a folder \"alarms\" beside the maps");
        yield AlarmTable.EMPTY;
      }
    };
  }

  /** The line of the header row; the last line if there is none. */
  private int readHead() {
    for (int line = 1; line <= lines.size(); line++) {
      String text = lines.get(line - 1);
      if (isSaid(text)) {
        if (!text.startsWith("#")) {
          requireHeader(line, text);
          return line;
        }
        directives.take(line, text);
      }
    }
    int last = Math.max(lines.size(), 1);
    requireHeader(last, "");
    return last;
  }

  private void requireHeader(int line, String text) {
    if (!text.equals(Column.HEADER)) {
      problems.add(
          line, "header row \"" + text + "\"", "after the directives comes " + Column.HEADER);
    }
  }

  private void readRows(int header, RowParser parser) {
    for (int line = header + 1; line <= lines.size(); line++) {
      String text = lines.get(line - 1);
      if (isSaid(text)) {
        readRow(line, text, parser);
      }
    }
    if (rows.isEmpty() && problems.count() == 0) {
      problems.add(lines.size(), "no rows", "write one row for each register");
    }
  }

  private void readRow(int line, String text, RowParser parser) {
    if (text.startsWith("#")) {
      problems.add(line, "\"" + text + "\"", "directives stand above the header row");
      return;
    }
    Optional<List<String>> cells = CsvLine.cells(text);
    if (cells.isEmpty()) {
      problems.add(
          line,
          "a quote in the wrong place",
          "quote whole cells, and write \"\" for a quote inside");
    } else if (cells.get().size() != Column.COUNT) {
      problems.add(
          line,
          cells.get().size() + " cells",
          "a row has " + Column.COUNT + ", separated by commas; quote a cell that has one");
    } else {
      add(new Cells(line, cells.get()), parser);
    }
  }

  private void add(Cells row, RowParser parser) {
    Optional<Register> register = parser.parse(row);
    if (register.isPresent()) {
      rows.add(row.line(), register.get());
      RowParser.metric(row).ifPresent(metric -> rows.bind(row.line(), metric, register.get()));
    }
  }

  /** Whether the line is more than a comment or blank. */
  private static boolean isSaid(String text) {
    return !text.isBlank() && !text.startsWith("##");
  }
}
