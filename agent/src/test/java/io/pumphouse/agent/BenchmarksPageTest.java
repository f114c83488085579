package io.pumphouse.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/**
 * The page that scripts/bench writes agrees with itself: a hand that mends one place of it is seen.
 */
final class BenchmarksPageTest {
  private static final Path FOLDER = Book.TOP.resolve("docs/images/benchmarks");
  private static final Book PAGE = Book.of("docs/benchmarks.md");
  private static final int LARGEST = 16_384;
  private static final int WHAT = 0;
  private static final int RATIO = 1;
  private static final int MEDIAN = 2;
  private static final int TARGET = 5;
  private static final int CELLS = 6;
  private static final int CELLS_IN_SHORT = 9;

  @Test
  void eachFigureInShortStandsInItsSection() {
    List<List<String>> figures = rows(CELLS);
    assertThat(rows(CELLS_IN_SHORT))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            told ->
                assertThat(figures)
                    .anySatisfy(
                        row -> {
                          assertThat(row.get(WHAT)).isEqualTo(told.get(2));
                          assertThat(row.get(RATIO)).isEqualTo(told.get(1));
                          assertThat(row.get(MEDIAN)).isEqualTo(told.get(3));
                        }));
  }

  @Test
  void eachRatioIsTheFigureOverItsTarget() {
    assertThat(rows(CELLS).stream().filter(row -> !row.get(RATIO).isEmpty()))
        .hasSizeGreaterThan(20)
        .allSatisfy(
            row -> {
              double ratio = Double.parseDouble(row.get(RATIO));
              // Both are shown rounded, the figure to a digit at the least.
              double most = 0.01 + 0.6 / number(row.get(TARGET)) * step(row.get(MEDIAN));
              assertThat(number(row.get(MEDIAN)) / number(row.get(TARGET)))
                  .as(row.get(WHAT))
                  .isBetween(ratio - most, ratio + most);
            });
  }

  @Test
  void eachPictureIsShownAndReadsInLightAndDark() throws Exception {
    for (Path picture : pictures()) {
      assertThat(PAGE.links()).contains("images/benchmarks/" + picture.getFileName());
      DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(picture.toFile());
      assertThat(Files.readString(picture))
          .as(picture.toString())
          .hasSizeLessThan(LARGEST)
          .contains("prefers-color-scheme:dark", "<title>")
          .doesNotContain("<script", "href", "@import", "url(");
    }
  }

  private static List<Path> pictures() throws Exception {
    try (Stream<Path> all = Files.list(FOLDER)) {
      List<Path> pictures = all.sorted().toList();
      assertThat(pictures).isNotEmpty();
      return pictures;
    }
  }

  /** The rows of all tables of so many columns, without their heads. */
  private static List<List<String>> rows(int cells) {
    return PAGE.prose().stream()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| ---"))
        .map(line -> Stream.of(line.substring(1).split("\\|", -1)).map(String::strip).toList())
        .map(row -> row.subList(0, row.size() - 1))
        .filter(row -> row.size() == cells && !row.get(1).equals("of the target"))
        .toList();
  }

  private static double number(String cell) {
    return Double.parseDouble(figure(cell));
  }

  /** What the last digit shown is worth. */
  private static double step(String cell) {
    String figure = figure(cell);
    int point = figure.indexOf('.');
    return point < 0 ? 1 : Math.pow(10, point + 1 - figure.length());
  }

  private static String figure(String cell) {
    return cell.split(" ", 2)[0];
  }
}
