package io.pumphouse.agent.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * InfluxDB's line protocol, also between the remarks that {@code influx_inspect export} writes:
 * {@code heatpump,register_id=0007,name=outdoor_temp,unit=°C value=3.4 1767225600000000000}.
 */
final class LineGrammar implements Grammar {
  @Override
  public Parsed parse(String line) {
    if (line.isBlank() || line.startsWith("#") || line.startsWith("CREATE DATABASE")) {
      return new Parsed.Aside();
    }
    List<String> parts = Escaped.split(line, ' ');
    if (parts.size() != 3) {
      return new Parsed.Wrong(
          parts.size() == 2
              ? "there is no time at the end"
              : "write it as heatpump,register_id=0007 value=3.4 1767225600000000000");
    }
    Map<String, String> fields = pairs(parts.get(1));
    Map<String, String> tags = pairs(parts.getFirst());
    return Optional.ofNullable(fields.get("value"))
        .<Parsed>map(value -> new Parsed.Found(row(tags, number(value), parts.getLast())))
        .orElseGet(() -> new Parsed.Wrong("there is no field called value"));
  }

  private static Row row(Map<String, String> tags, String value, String time) {
    return new Row(
        time,
        tags.getOrDefault("pump", ""),
        tags.getOrDefault("name", ""),
        tags.getOrDefault("register_id", ""),
        value,
        tags.getOrDefault("unit", ""),
        "",
        "",
        "");
  }

  /** {@code 34i} is a whole number, {@code true} a state. */
  private static String number(String value) {
    return switch (value) {
      case "t", "T", "true", "True", "TRUE" -> "1";
      case "f", "F", "false", "False", "FALSE" -> "0";
      default -> value.matches("-?[0-9]+[iu]") ? value.substring(0, value.length() - 1) : value;
    };
  }

  /** {@code a=1,b=2}; what has no name is left out. */
  static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new HashMap<>();
    for (String pair : Escaped.split(text, ',')) {
      List<String> sides = Escaped.split(pair, '=');
      if (sides.size() == 2) {
        pairs.put(Escaped.plain(sides.getFirst()), Escaped.plain(sides.getLast()));
      }
    }
    return pairs;
  }
}
