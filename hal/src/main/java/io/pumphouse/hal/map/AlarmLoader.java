package io.pumphouse.hal.map;

import io.pumphouse.hal.reading.Alarm;
import io.pumphouse.hal.reading.RegisterId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one alarm table: comments ({@code ##}), {@code # source key: document} lines, a header row,
 * one row for each alarm. Confined to one load.
 */
final class AlarmLoader {
  private static final String HEADER = "code,bit,class,severity,text,source";
  private static final String SOURCE = "# source ";
  private static final int HIGHEST_CODE = 0xFFFF;

  /** The cells of a row, in the order of {@link #HEADER}. */
  private record Row(
      String code, String bit, String category, String severity, String text, String source) {}

  private final MapText file;
  private final Problems problems;
  private final Map<String, String> sources = new HashMap<>();
  private final Map<Integer, Alarm> byCode = new LinkedHashMap<>();
  private final Map<RegisterId, Alarm> byBit = new LinkedHashMap<>();

  private AlarmLoader(MapText file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The table; meaningless if that added to the problems. */
  static AlarmTable load(MapText file, Problems problems) {
    return new AlarmLoader(file, problems).load();
  }

  private AlarmTable load() {
    boolean isHead = true;
    for (int line = 1; line <= file.lines().size(); line++) {
      String text = file.lines().get(line - 1);
      if (text.isBlank() || text.startsWith("##")) {
        continue;
      }
      if (!isHead) {
        row(line, text);
      } else if (text.startsWith("#")) {
        source(line, text);
      } else {
        isHead = false;
        requireHeader(line, text);
      }
    }
    if (isHead) {
      requireHeader(Math.max(file.lines().size(), 1), "");
    }
    return new AlarmTable(byCode, byBit);
  }

  private void requireHeader(int line, String text) {
    if (!text.equals(HEADER)) {
      problems.add(line, "header row \"" + text + "\"", "after the sources comes " + HEADER);
    }
  }

  private void source(int line, String text) {
    int colon = text.indexOf(':');
    if (!text.startsWith(SOURCE) || colon < SOURCE.length()) {
      problems.add(
          line, "\"" + text + "\"", "write it like \"" + Directive.SOURCE.example() + "\"");
      return;
    }
    sources.put(text.substring(SOURCE.length(), colon).strip(), text.substring(colon + 1).strip());
  }

  private void row(int line, String text) {
    Optional<List<String>> cells = CsvLine.cells(text);
    if (cells.isEmpty() || cells.get().size() != 6) {
      problems.add(
          line,
          "\"" + text + "\"",
          "a row has 6 cells, separated by commas; quote whole cells that have one");
      return;
    }
    List<String> cell = cells.get();
    Row row = new Row(cell.get(0), cell.get(1), cell.get(2), cell.get(3), cell.get(4), cell.get(5));
    int before = problems.count();
    Optional<Alarm> alarm = alarm(line, row);
    if (alarm.isPresent() && problems.count() == before) {
      add(line, row, alarm.get());
    }
  }

  private Optional<Alarm> alarm(int line, Row row) {
    if (row.code.isEmpty() == row.bit.isEmpty()) {
      problems.add(
          line, "code \"" + row.code + "\", bit \"" + row.bit + "\"", "give one of the two");
    }
    if (row.text.isBlank()) {
      problems.add(line, "text \"\"", "write something");
    }
    if (!sources.containsKey(row.source)) {
      problems.add(
          line,
          "source \"" + row.source + "\"",
          "use the key of a \"# source key: document\" line at the head");
    }
    return Vocabulary.SEVERITIES
        .read(line, row.severity, problems)
        .map(
            severity ->
                new Alarm(
                    row.code + row.bit,
                    row.category,
                    severity,
                    row.text,
                    sources.getOrDefault(row.source, "")));
  }

  private void add(int line, Row row, Alarm alarm) {
    if (!row.bit.isEmpty()) {
      once(line, row.bit, byBit.putIfAbsent(new RegisterId(row.bit), alarm) == null);
      return;
    }
    Optional<Long> code = Amounts.whole(row.code, 1, HIGHEST_CODE);
    if (code.isEmpty()) {
      problems.add(
          line, "code \"" + row.code + "\"", "use a whole number from 1 to " + HIGHEST_CODE);
    } else {
      once(line, row.code, byCode.putIfAbsent(code.get().intValue(), alarm) == null);
    }
  }

  private void once(int line, String code, boolean isFirst) {
    if (!isFirst) {
      problems.add(line, "\"" + code + "\" again", "give each code and each bit one row");
    }
  }
}
