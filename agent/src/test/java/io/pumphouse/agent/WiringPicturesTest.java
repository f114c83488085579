package io.pumphouse.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** The drawings are drawings: small, told to who cannot see them, and readable in the dark. */
final class WiringPicturesTest {
  private static final Path FOLDER = Book.TOP.resolve("docs/wiring");
  private static final int LARGEST = 8_192;

  @Test
  void eachPictureIsShownAndToldInWords() throws Exception {
    List<String> shown = Book.of("docs/wiring.md").links();
    List<Path> pictures = pictures();
    assertThat(pictures).hasSize(6);
    for (Path picture : pictures) {
      assertThat(shown).contains("wiring/" + picture.getFileName());
      Document svg =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(picture.toFile());
      for (String told : List.of("title", "desc")) {
        assertThat(svg.getElementsByTagName(told).item(0).getTextContent()).isNotBlank();
      }
    }
  }

  @Test
  void eachReadsInLightAndDarkAndBringsNothingAlong() throws Exception {
    for (Path picture : pictures()) {
      assertThat(Files.readString(picture))
          .as(picture.toString())
          .hasSizeLessThan(LARGEST)
          .contains("prefers-color-scheme: dark", "currentColor")
          .doesNotContain("<script", "href", "@import", "url(");
    }
  }

  private static List<Path> pictures() throws Exception {
    try (Stream<Path> all = Files.list(FOLDER)) {
      return all.sorted().toList();
    }
  }
}
