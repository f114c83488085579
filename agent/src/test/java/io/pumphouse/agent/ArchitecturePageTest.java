package io.pumphouse.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page about the architecture shows the rooms there are, and who imports whom. */
final class ArchitecturePageTest {
  private static final Book PAGE = Book.of("docs/architecture.md");
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:static )?io\\.pumphouse\\.([a-z]+\\.[a-z0-9]+)\\.");

  /** As the page says: what everybody uses is not drawn. */
  private static final Set<String> COMMON =
      Set.of("hal.reading", "web.model", "web.route", "web.page");

  private static final String ROOT = "agent.app";

  /** An import of one room by another: {@code agent.poll --> hal.line}. */
  private record Arrow(String from, String to) implements Comparable<Arrow> {
    @Override
    public int compareTo(Arrow other) {
      return toString().compareTo(other.toString());
    }

    boolean isDrawn() {
      return !from.equals(to) && !from.equals(ROOT) && !COMMON.contains(to);
    }

    @Override
    public String toString() {
      return from + " --> " + to;
    }
  }

  @ParameterizedTest
  @CsvSource({"hal, hal", "agent, agent", "agent, hal", "web, web"})
  void thePictureHasTheArrowsOfTheSource(String from, String to) throws IOException {
    assertThat(drawn(from, to)).isEqualTo(imported(from, to));
  }

  @Test
  void eachRoomIsNamed() throws IOException {
    assertThat(PAGE.spans()).containsAll(rooms());
  }

  private static Set<Arrow> drawn(String from, String to) {
    Book.Fence picture =
        PAGE.fences("mermaid").stream()
            .filter(fence -> fence.text().contains("%% " + from + " to " + to + "\n"))
            .findFirst()
            .orElseThrow();
    return picture.lines().stream()
        .map(String::strip)
        .filter(line -> line.contains(" --> "))
        .map(line -> line.split(" --> ", -1))
        .flatMap(
            ends ->
                Arrays.stream(ends[1].split(" & ", -1))
                    .map(end -> new Arrow(from + "." + ends[0], to + "." + end)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Arrow> imported(String from, String to) throws IOException {
    Set<Arrow> arrows = new TreeSet<>();
    for (Path source : sources()) {
      String room = room(source);
      IMPORT
          .matcher(Files.readString(source))
          .results()
          .map((MatchResult found) -> new Arrow(room, found.group(1)))
          .filter(Arrow::isDrawn)
          .filter(arrow -> arrow.from().startsWith(from + ".") && arrow.to().startsWith(to + "."))
          .forEach(arrows::add);
    }
    return arrows;
  }

  private static Set<String> rooms() throws IOException {
    return sources().stream()
        .map(ArchitecturePageTest::room)
        .filter(room -> room.contains("."))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> modules = Stream.of("hal", "agent", "web").map(Book.TOP::resolve)) {
      List<Path> found = modules.flatMap(ArchitecturePageTest::sources).toList();
      assertThat(found).hasSizeGreaterThan(500);
      return found;
    }
  }

  private static Stream<Path> sources(Path module) {
    try (Stream<Path> all = Files.walk(module.resolve("src/main/java"))) {
      return all.filter(path -> path.toString().endsWith(".java")).toList().stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The two names below io.pumphouse: {@code agent.backup} for all below it, too. */
  private static String room(Path source) {
    String below = source.toString().replaceFirst(".*/io/pumphouse/", "");
    return Arrays.stream(below.split("/", -1))
        .filter(part -> !part.endsWith(".java"))
        .limit(2)
        .collect(Collectors.joining("."));
  }
}
