package io.pumphouse.agent.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Text on a screen of ten columns and four rows. */
final class PagerTest {
  private final StringWriter screen = new StringWriter();
  private final Queue<Integer> keys = new ArrayDeque<>();
  private final Pager pager = new Pager(screen, this::key, 10, 4);
  private int questions;

  private int key() {
    questions++;
    return keys.isEmpty() ? -1 : keys.remove();
  }

  private void lines(int count) {
    PrintWriter out = new PrintWriter(pager);
    IntStream.range(0, count).forEach(out::println);
    out.flush();
  }

  private List<String> numbers() {
    return screen.toString().lines().map(String::strip).filter(it -> it.matches("[0-9]+")).toList();
  }

  @Test
  void whatFitsIsNotAskedFor() {
    lines(3);
    assertThat(questions).isZero();
    assertThat(screen.toString().lines()).containsExactly("0", "1", "2");
  }

  @Test
  void spaceGivesAPageAndEnterALine() {
    keys.addAll(List.of((int) ' ', (int) '\r', (int) 'q'));
    lines(20);
    assertThat(questions).isEqualTo(3);
    assertThat(screen.toString()).contains("6").doesNotContain("7");
    assertThat(pager.isOver()).isTrue();
  }

  @Test
  void nobodyThereIsTheEndOfIt() {
    lines(20);
    assertThat(pager.isOver()).isTrue();
    assertThat(numbers()).isEqualTo(List.of("0", "1", "2"));
  }

  @Test
  void whatScrollsIsNeverAskedFor() {
    pager.scroll();
    lines(20);
    assertThat(questions).isZero();
    assertThat(numbers()).hasSize(20);
  }

  @Test
  void whatIsTooWideIsFoldedAndControlCharactersAreBlank() throws IOException {
    pager.write("a long line\u001b[31m\n".toCharArray());
    pager.close();
    assertThat(screen.toString().lines()).allMatch(line -> line.length() <= 10);
    assertThat(screen.toString()).doesNotContain("\u001b");
  }
}
