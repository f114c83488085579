package io.pumphouse.hal.map;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sound rows of one map file, and what must hold between them: one register per id, one per
 * address, one per metric. Confined to one load.
 */
final class Rows {
  private final Problems problems;
  private final Map<RegisterId, Row> byId = new LinkedHashMap<>();
  private final Map<Metric, Row> byMetric = new EnumMap<>(Metric.class);

  private record Row(int line, Register register) {}

  Rows(Problems problems) {
    this.problems = problems;
  }

  void add(int line, Register register) {
    Row row = new Row(line, register);
    Row first = byId.putIfAbsent(register.id(), row);
    if (first != null) {
      problems.add(
          line,
          "id \"" + register.id() + "\" again, first on line " + first.line,
          "give each register an id of its own");
    }
  }

  void bind(int line, Metric metric, Register register) {
    Row first = byMetric.putIfAbsent(metric, new Row(line, register));
    if (first != null) {
      problems.add(
          line,
          "metric \"" + metric.key() + "\" again, first on line " + first.line,
          "let one register carry it and empty the other cell");
    }
  }

  /** Reports ids in this directive that no row has; call it after the last row. */
  void requireIds(Said directive) {
    HeadParser.ids(directive).stream()
        .filter(id -> !byId.containsKey(id))
        .forEach(id -> directive.reject(id.name(), "name registers by the id of their row"));
  }

  /** Reports registers that share an address; call it once, after the last row. */
  void findOverlaps() {
    List<Row> rows = new ArrayList<>(byId.values());
    rows.sort(
        Comparator.comparing((Row row) -> row.register.space())
            .thenComparingInt(row -> row.register.address()));
    for (int i = 1; i < rows.size(); i++) {
      Row below = rows.get(i - 1);
      Row above = rows.get(i);
      if (below.register.space() == above.register.space()
          && below.register.end() > above.register.address()) {
        overlap(below.line < above.line ? below : above, below.line < above.line ? above : below);
      }
    }
  }

  private void overlap(Row earlier, Row later) {
    problems.add(
        later.line,
        "\"%s\" takes %s, \"%s\" on line %d takes %s"
            .formatted(
                later.register.id(),
                place(later.register),
                earlier.register.id(),
                earlier.line,
                place(earlier.register)),
        "correct an address or a type; no two registers share an address");
  }

  private static String place(Register register) {
    return new AddressRange(register.space(), register.address(), register.end() - 1).toString();
  }

  boolean isEmpty() {
    return byId.isEmpty();
  }

  List<Register> registers() {
    return byId.values().stream().map(Row::register).toList();
  }

  /** Which register carries which metric. */
  Map<Metric, RegisterId> metrics() {
    Map<Metric, RegisterId> metrics = new EnumMap<>(Metric.class);
    byMetric.forEach((metric, row) -> metrics.put(metric, row.register.id()));
    return metrics;
  }
}
