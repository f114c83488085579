package io.pumphouse.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about the API names each address, in the words of its own description. */
final class ApiPageTest {
  private static final Pattern ROW = Pattern.compile("\\| `([A-Z]+) (/\\S*)` \\| (.*) \\|");
  private static final String DESCRIPTION =
      "web/src/main/resources/io/pumphouse/web/api/openapi.txt";

  @Test
  void thePageSaysOfEachAddressWhatTheDescriptionSays() throws IOException {
    Map<String, String> described = described();
    assertThat(described).hasSizeGreaterThan(80);
    assertThat(onThePage()).isEqualTo(described);
  }

  private static Map<String, String> onThePage() {
    Map<String, String> found = new TreeMap<>();
    for (String line : Book.of("docs/api.md").lines()) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        String base = row.group(2).equals("/healthz") ? "" : "/api/v1";
        found.put(row.group(1) + " " + base + row.group(2), row.group(3));
      }
    }
    return found;
  }

  /** The line below an address says what it is for. */
  private static Map<String, String> described() throws IOException {
    List<String> lines = Files.readAllLines(Book.TOP.resolve(DESCRIPTION));
    Map<String, String> found = new TreeMap<>();
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (lines.get(i).matches("[A-Z]+ /\\S*")) {
        found.put(lines.get(i), lines.get(i + 1).strip());
      }
    }
    return found;
  }
}
