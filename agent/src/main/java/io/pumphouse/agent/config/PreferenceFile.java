package io.pumphouse.agent.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads and writes {@code settings.yaml}: what people set without touching a file. Pure. */
public final class PreferenceFile {
  /** What it is called in the agent's folder. */
  public static final String NAME = "settings.yaml";

  private PreferenceFile() {}

  /**
   * What stands in it.
   *
   * @param chosen the values that fit, by key
   * @param problems why others do not
   */
  public record Read(Map<String, String> chosen, List<Problem> problems) {
    public Read {
      chosen = Map.copyOf(chosen);
      problems = List.copyOf(problems);
    }
  }

  /** Reads the file; nothing it can contain makes this throw. Without a file nothing is set. */
  public static Read read(Path file) {
    if (Files.notExists(file)) {
      return new Read(Map.of(), List.of());
    }
    Problems problems = new Problems(file.toString());
    Map<String, String> chosen = new TreeMap<>();
    SourceText.of(file, problems)
        .filter(text -> !isBlank(text))
        .flatMap(text -> Tree.of(text, problems))
        .ifPresent(root -> Section.read(root, problems, it -> fill(it, chosen)));
    return new Read(chosen, problems.inLineOrder());
  }

  private static boolean isBlank(String text) {
    return text.lines().allMatch(line -> line.isBlank() || line.stripLeading().startsWith("#"));
  }

  private static Map<String, String> fill(Section section, Map<String, String> chosen) {
    for (PreferenceRow<?> row : PreferenceTable.ALL) {
      Optional.of(section.optional(row.key(), row.text(), ""))
          .filter(text -> !text.isEmpty())
          .ifPresent(text -> chosen.put(row.key(), text));
    }
    return chosen;
  }

  /** The whole file, every value in quotes, so that YAML guesses at none. */
  public static String text(Map<String, String> chosen) {
    StringBuilder text =
        new StringBuilder(
            """
            # What was set on the settings page; it wins over pumphouse.yaml. A key that is
            # deleted here is as configured again, from the next start or change on.
            """);
    new TreeMap<>(chosen)
        .forEach(
            (key, value) ->
                text.append(key)
                    .append(": \"")
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append("\"\n"));
    return text.toString();
  }
}
