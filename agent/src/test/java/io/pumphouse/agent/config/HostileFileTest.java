package io.pumphouse.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostileFileTest {
  private static final String LOOK =
      ", accepted: valid YAML; look at indentation, colons, brackets and quotes here and just"
          + " above";

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
  }

  @Test
  void aMillionLaughsAreNotLaughed() {
    assertThat(
            desk.problems(
                """
                a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]
                b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
                c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
                d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
                """))
        .hasSize(4 + 27)
        .startsWith(
            "pumphouse.yaml:1: found the anchor &a, accepted: plain values; write repeated ones"
                + " out")
        .contains("pumphouse.yaml:2: found the alias *a, accepted: the value itself, written out");
  }

  @Test
  void aSectionInsideItselfIsRefused() {
    assertThat(desk.problems("pumps: &p\n  - *p\n")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? "})
  void deepNestingIsRefused(String bracket) {
    assertThat(desk.problems(bracket.repeat(50_000)))
        .containsExactly(
            "pumphouse.yaml:1: found more than 12 levels of nesting, accepted: brackets and"
                + " braces closed");
  }

  @Test
  void aTagIsRefused() {
    assertThat(
            desk.problems("site: !!java.net.URL [http://192.0.2.1]\nweb: {max-clients: !!int 3}"))
        .containsExactly(
            "pumphouse.yaml:1: found a YAML tag, accepted: the plain value; delete the word that"
                + " starts with !",
            "pumphouse.yaml:2: found a YAML tag, accepted: the plain value; delete the word that"
                + " starts with !");
  }

  @Test
  void aSecondDocumentIsRefused() {
    assertThat(desk.problems(Desk.ONE_PUMP + "---\n" + Desk.ONE_PUMP))
        .containsExactly(
            "pumphouse.yaml:3: found the start of a second document, accepted: one document;"
                + " delete the line ---");
  }

  @Test
  void oneDocumentMayBeMarkedAsOne() {
    assertThat(desk.config("---\n" + Desk.ONE_PUMP + "...\n").pumps()).hasSize(1);
  }

  @Test
  void everyTabInTheIndentationIsNamed() {
    assertThat(desk.problems("pumps:\n\t- id: a\n  \tmodel: b\n\t# a comment\n\t\n"))
        .containsExactly(
            "pumphouse.yaml:2: found a tab in the indentation, accepted: spaces",
            "pumphouse.yaml:3: found a tab in the indentation, accepted: spaces");
  }

  @Test
  void tenMegabytesAreNotRead() {
    assertThat(desk.problems("#".repeat(10 * 1024 * 1024)))
        .containsExactly(
            "pumphouse.yaml: found more than 256 KiB, accepted: a configuration of at most 256"
                + " KiB; is this the right file?");
  }

  @Test
  void anotherEncodingIsNamedWithItsLine() {
    assertThat(desk.problems("\nsite: {name: Villa Björk}".getBytes(StandardCharsets.ISO_8859_1)))
        .containsExactly(
            "pumphouse.yaml:2: found bytes that are no text, accepted: text saved as UTF-8");
  }

  @Test
  void aCharacterCutInHalfIsNoText() {
    assertThat(desk.problems(new byte[] {'a', ':', '\n', (byte) 0xC3}))
        .containsExactly(
            "pumphouse.yaml:2: found bytes that are no text, accepted: text saved as UTF-8");
  }

  @Test
  void controlCharactersAreNamedWithTheirLines() {
    assertThat(desk.problems("a: b\nc: \0\nd: e\n\u001B[2J"))
        .containsExactly(
            "pumphouse.yaml:2: found a control character, accepted: plain text; delete what you"
                + " cannot see",
            "pumphouse.yaml:4: found a control character, accepted: plain text; delete what you"
                + " cannot see");
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsAreHarmless() {
    String yaml = "\uFEFF" + Desk.ONE_PUMP.replace("\n", "\r\n");

    assertThat(desk.config(yaml).pumps()).hasSize(1);
  }

  @Test
  void anEmptyFileSaysWhatIsNeeded() {
    assertThat(desk.problems("# nothing yet\n"))
        .containsExactly(
            "pumphouse.yaml:1: found an empty file, accepted: at least pumps: with one entry, such"
                + " as - {id: house, model: nibe-s1255, line: {tcp: \"192.0.2.10\"}}");
  }

  @Test
  void aFileWithoutKeysIsRefused() {
    assertThat(desk.problems("just words\n"))
        .containsExactly(
            "pumphouse.yaml:1: found \"just words\", accepted: keys and values, such as site: and"
                + " pumps:");
  }

  @Test
  void brokenYamlNamesTheLineAndWhereItBegan() {
    assertThat(desk.problems("pumps:\n  - {id: house,\n     model: nibe-s1255\nweb: {}\n"))
        .containsExactly(
            "pumphouse.yaml:4: found broken YAML: expected ',' or '}', but got :, while"
                + " parsing a flow mapping from line 2"
                + LOOK);
  }

  /** Seeded, so that a failure can be had again. */
  @Test
  void nothingAFileCanContainMakesReadingThrow() {
    Random random = new Random(1255);
    byte[] whole =
        (Desk.ONE_PUMP + "site: {name: \"\\x41\", time-zone: UTC}\n%YAML 1.1\n? |-\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] spice = "{}[]:,-?!&*|>%@`'\"#\\\n\t \0\u00FFUx9".getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 1000; round++) {
      byte[] mutant = whole.clone();
      for (int i = 0; i <= random.nextInt(6); i++) {
        mutant[random.nextInt(mutant.length)] = spice[random.nextInt(spice.length)];
      }
      assertThatCode(() -> desk.read(mutant))
          .as(() -> new String(mutant, StandardCharsets.UTF_8))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void aNumberFormatErrorOfTheParserIsBrokenYamlToo() {
    assertThat(desk.problems(Desk.ONE_PUMP + "site: {name: \"\\UFFFFFFFF\"}\n"))
        .containsExactly(
            "pumphouse.yaml:3: found broken YAML: For input string: \"FFFFFFFF\" under radix 16"
                + LOOK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%YAML 99999999999999.1\n---\na: b",
        "%YAML 2.0\n---\na: b",
        "a: \"\\UFFFFFFFF\"",
        "a: !<%FF> b",
        "a: |99999999999\n b",
        "@",
        "a: 'unclosed"
      })
  void whatTheParserChokesOnIsBrokenYaml(String yaml) {
    assertThat(desk.problems(yaml))
        .last()
        .asString()
        .startsWith("pumphouse.yaml:")
        .contains(": found broken YAML: ");
  }
}
