package io.pumphouse.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A document that people read.
 *
 * @param name as seen from the top of the checkout: docs/install.md
 * @param lines all of it
 */
record Book(String name, List<String> lines) {
  static final Path TOP = Path.of("..");

  private static final Pattern MARK = Pattern.compile(" *```(\\w*) *");
  private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

  /**
   * A block between two lines of back-ticks.
   *
   * @param place file and line of its mark
   * @param language what stands behind the mark: sh for commands
   * @param lines what stands in it, from the line after the mark
   */
  record Fence(String place, String language, List<String> lines) {
    String text() {
      return String.join("\n", lines) + "\n";
    }
  }

  /** Those that say how to do something; decisions say why. */
  static List<Book> all() {
    try (Stream<Path> docs = Files.list(TOP.resolve("docs"))) {
      Stream<String> names =
          docs.map(path -> "docs/" + path.getFileName()).filter(name -> name.endsWith(".md"));
      return Stream.concat(Stream.of("README.md", "CONTRIBUTING.md"), names.sorted())
          .map(Book::of)
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Book of(String name) {
    try {
      return new Book(name, Files.readAllLines(TOP.resolve(name)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  List<Fence> fences() {
    List<Fence> found = new ArrayList<>();
    int begin = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (!isMark(i)) {
        continue;
      }
      if (begin >= 0) {
        String language = MARK.matcher(lines.get(begin)).replaceAll("$1");
        String place = name + ":" + (begin + 1);
        found.add(new Fence(place, language, List.copyOf(lines.subList(begin + 1, i))));
      }
      begin = begin < 0 ? i : -1;
    }
    return found;
  }

  private boolean isMark(int line) {
    return MARK.matcher(lines.get(line)).matches();
  }

  List<Fence> fences(String language) {
    return fences().stream().filter(fence -> fence.language().equals(language)).toList();
  }

  /** The lines outside every fence. */
  List<String> prose() {
    List<String> found = new ArrayList<>();
    boolean isInside = false;
    for (int i = 0; i < lines.size(); i++) {
      if (isMark(i)) {
        isInside = !isInside;
      } else if (!isInside) {
        found.add(lines.get(i));
      }
    }
    return found;
  }

  /** What stands between single back-ticks. */
  List<String> spans() {
    return all(SPAN);
  }

  /** Where links lead, those to other machines left out. */
  List<String> links() {
    return all(LINK);
  }

  private List<String> all(Pattern pattern) {
    return pattern
        .matcher(String.join("\n", prose()))
        .results()
        .map((MatchResult found) -> found.group(1).replace('\n', ' '))
        .toList();
  }
}
