package io.pumphouse.agent.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * CSV with a head line: our own, {@code influx -format csv} with plain columns or with a column
 * {@code tags}, and the annotated CSV of InfluxDB 2, where a blank line announces a new head.
 * Commas or semicolons; with semicolons, a comma is a decimal comma.
 */
final class CsvGrammar implements Grammar {
  private static final String TAGS = "tags";

  private final Map<String, Integer> places = new HashMap<>();
  private boolean isHeadNext = true;
  private char separator = ',';

  @Override
  public Parsed parse(String line) {
    if (line.isBlank()) {
      isHeadNext = true;
      return new Parsed.Aside();
    }
    if (line.startsWith("#")) {
      return new Parsed.Aside();
    }
    if (isHeadNext || isHead(line)) {
      return head(line);
    }
    return row(cells(line, separator));
  }

  /** The command line of InfluxDB 1 repeats the head for every series. */
  private boolean isHead(String line) {
    int time = places.getOrDefault("time", 0);
    List<String> cells = cells(line, separator);
    return time < cells.size() && isTime(cells.get(time));
  }

  private static boolean isTime(String cell) {
    return cell.equals("time") || cell.equals("_time");
  }

  private Parsed head(String line) {
    separator = line.indexOf(';') >= 0 ? ';' : ',';
    places.clear();
    List<String> cells = cells(line.replace("\uFEFF", ""), separator);
    for (int i = 0; i < cells.size(); i++) {
      String name = cells.get(i).strip().toLowerCase(Locale.ROOT);
      places.put(name.startsWith("_") ? name.substring(1) : name, i); // of two names the second
    }
    isHeadNext = !places.containsKey("time") || !places.containsKey("value");
    return isHeadNext
        ? new Parsed.Wrong("the head line names no time and value: " + shortened(line))
        : new Parsed.Aside();
  }

  private Parsed row(List<String> cells) {
    Map<String, String> tags = LineGrammar.pairs(cell(cells, TAGS));
    String value = cell(cells, "value");
    return new Parsed.Found(
        new Row(
            cell(cells, "time"),
            cell(cells, "pump"),
            first(cell(cells, "metric"), tags.getOrDefault("name", ""), name(cells)),
            first(
                cell(cells, "register_id"),
                tags.getOrDefault("register_id", ""),
                cell(cells, "register")),
            separator == ';' ? value.replace(',', '.') : value,
            first(cell(cells, "unit"), tags.getOrDefault("unit", "")),
            cell(cells, "state"),
            cell(cells, "reason"),
            cell(cells, "raw")));
  }

  /** With a column of tags, the column called name holds the measurement's. */
  private String name(List<String> cells) {
    return places.containsKey(TAGS) ? "" : cell(cells, "name");
  }

  private String cell(List<String> cells, String name) {
    int place = places.getOrDefault(name, Integer.MAX_VALUE);
    return place < cells.size() ? cells.get(place).strip() : "";
  }

  private static String first(String... texts) {
    for (String text : texts) {
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  private static String shortened(String line) {
    return line.length() <= 60 ? line : line.substring(0, 60) + "…";
  }

  private static List<String> cells(String line, char separator) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char each = line.charAt(i);
      if (each == '"' && isQuoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(each);
        i++;
      } else if (each == '"') {
        isQuoted = !isQuoted;
      } else if (each == separator && !isQuoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(each);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
