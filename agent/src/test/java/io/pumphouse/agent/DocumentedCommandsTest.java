package io.pumphouse.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the documents tell people to type is typed: at a running agent with a virtual pump, or, as
 * {@link Elsewhere} says, where else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DocumentedCommandsTest {
  /**
   * How a fence may begin: commands, a script that has a test of its own, what a test loads or
   * compares, and what is only shown.
   */
  private static final Set<String> LANGUAGES =
      Set.of("sh", "bash", "yaml", "csv", "nginx", "mermaid", "text");

  private Typist typist;

  @BeforeAll
  void haveAHouse(@TempDir Path folder) throws IOException, InterruptedException {
    typist = Typist.at(folder);
  }

  @AfterAll
  void leave() {
    typist.close();
  }

  private static Stream<TypedLine> commands() {
    return Book.all().stream().flatMap(book -> book.fences("sh").stream()).flatMap(TypedLine::of);
  }

  @TestFactory
  Stream<DynamicTest> eachCommandDoesWhatItIsTypedFor() {
    Set<List<String>> typed = new HashSet<>();
    return commands()
        .filter(line -> Elsewhere.of(line).isEmpty())
        .filter(line -> typed.add(line.words()))
        .map(line -> dynamicTest(line.toString(), () -> typist.type(line)));
  }

  @Test
  void whatIsTriedElsewhereIsWellFormed() throws IOException, InterruptedException {
    for (TypedLine line : commands().filter(line -> Elsewhere.of(line).isPresent()).toList()) {
      typist.look(line);
    }
  }

  @Test
  void noExcuseIsLeftOver() {
    assertThat(Elsewhere.values())
        .allSatisfy(
            excuse ->
                assertThat(commands().flatMap(line -> Elsewhere.of(line).stream()))
                    .as(excuse.why())
                    .contains(excuse));
  }

  @Test
  void eachFenceSaysWhatIsInIt() {
    assertThat(Book.all().stream().flatMap(book -> book.fences().stream()))
        .hasSizeGreaterThan(20)
        .allSatisfy(fence -> assertThat(fence.language()).as(fence.place()).isIn(LANGUAGES));
  }

  /** Four spaces after an empty line are a block, too, which nobody would try. */
  @Test
  void noBlockIsWithoutAFence() {
    for (Book book : Book.all()) {
      List<String> prose = book.prose();
      for (int i = 1; i < prose.size(); i++) {
        boolean isFirst = prose.get(i - 1).isBlank();
        assertThat(isFirst && prose.get(i).startsWith("    "))
            .as(book.name() + ": " + prose.get(i))
            .isFalse();
      }
    }
  }

  @Test
  void eachCommandInASentenceIsOne() {
    Stream<List<String>> spans =
        Book.all().stream()
            .flatMap(book -> book.spans().stream().map(span -> new TypedLine(book.name(), span)))
            .filter(span -> span.text().matches("(sudo )?(scripts/)?pumphouse [a-z].*"))
            .map(TypedLine::words);
    assertThat(spans)
        .hasSizeGreaterThan(20)
        .allSatisfy(words -> typist.name(words.subList(1, words.size())));
  }

  @Test
  void eachLinkLeadsToAFile() {
    for (Book book : Book.all()) {
      Path place = Book.TOP.resolve(book.name()).resolveSibling(".");
      assertThat(book.links())
          .allSatisfy(link -> assertThat(Files.exists(place.resolve(link))).as(link).isTrue());
    }
  }
}
