package io.pumphouse.web.api;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Prometheus' text format, in which what belongs together stands together. Confined to one thread.
 */
final class Families {
  private static final MathContext DIGITS = new MathContext(9);

  private final Map<String, StringBuilder> families = new LinkedHashMap<>();

  /**
   * Adds a sample.
   *
   * @param family its name without our prefix
   * @param help what it is for
   * @param labels names and values in turn
   */
  void add(String family, String help, double value, String... labels) {
    String name = "pumphouse_" + family;
    StringBuilder lines = families.computeIfAbsent(name, _ -> head(name, help));
    lines.append(name);
    for (int i = 0; i < labels.length; i += 2) {
      lines.append(i == 0 ? '{' : ',').append(labels[i]).append("=\"");
      lines.append(escaped(labels[i + 1])).append('"');
    }
    lines.append("} ").append(number(value)).append('\n');
  }

  String text() {
    return String.join("", families.values());
  }

  private static StringBuilder head(String name, String help) {
    return new StringBuilder()
        .append("# HELP %s %s\n".formatted(name, help))
        .append("# TYPE %s gauge\n".formatted(name));
  }

  /** Without the noise that a factor adds to the last digits. */
  private static String number(double value) {
    return BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
