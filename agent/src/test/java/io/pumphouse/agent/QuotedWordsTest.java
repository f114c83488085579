package io.pumphouse.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page about troubles quotes is what the product says. */
final class QuotedWordsTest {
  private static final Pattern HEAD = Pattern.compile("\\| (it says|you see) \\|.*");
  private static final Pattern QUOTE = Pattern.compile("`([^`]+)`");

  @Test
  void eachQuoteStandsInTheSource() throws IOException {
    String source = source();
    List<String> quotes = quotes();
    assertThat(quotes).hasSizeGreaterThan(25);
    assertThat(quotes)
        .allSatisfy(
            quote ->
                assertThat(Arrays.stream(quote.split("…", -1)).map(QuotedWordsTest::inside))
                    .as(quote)
                    .allSatisfy(part -> assertThat(source.contains(part)).as(part).isTrue()));
  }

  /** Colon and comma at a name's place may be added elsewhere in the source. */
  private static String inside(String part) {
    return part.strip().replaceAll("^[:,] ?|[,:(]$", "").strip();
  }

  /** The back-ticks of the first column, under a head that says that they are quotes. */
  private static List<String> quotes() {
    return Book.of("docs/troubleshooting.md").lines().stream()
        .filter(line -> line.startsWith("| ") && !HEAD.matcher(line).matches())
        .map(line -> line.split(" \\| ", 2)[0])
        .filter(cell -> cell.startsWith("| `"))
        .flatMap(cell -> QUOTE.matcher(cell).results().map((MatchResult found) -> found.group(1)))
        .toList();
  }

  /** All of it, with strings that are parted over lines made whole. */
  private static String source() throws IOException {
    try (Stream<String> modules = Stream.of("hal", "web", "agent")) {
      return modules
          .map(module -> Book.TOP.resolve(module).resolve("src/main"))
          .flatMap(QuotedWordsTest::files)
          .map(QuotedWordsTest::text)
          .collect(Collectors.joining("\n"))
          .replaceAll("\"\\s*\\+\\s*\"", "");
    }
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.toString().matches(".*\\.(java|jte|txt)")).toList().stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
