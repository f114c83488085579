package io.pumphouse.web.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.Sought.Piece;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SoughtTest {
  @ParameterizedTest
  @CsvSource({
    "ab, xABxab, true",
    "Å, å, true",
    "aa, aaaaa, true",
    "<b>, a<B>c, true",
    ".*, abc, false",
    "'', abc, true",
    "abc, ab, false"
  })
  void whatIsFoundIsMarkedAndNothingElse(String words, String text, boolean isFound) {
    Sought sought = new Sought(words);
    List<Piece> pieces = sought.pieces(text);
    assertThat(sought.isIn(text)).isEqualTo(isFound);
    assertThat(pieces.stream().anyMatch(Piece::isHit)).isEqualTo(isFound && !words.isEmpty());
    assertThat(pieces.stream().map(Piece::text).collect(Collectors.joining())).isEqualTo(text);
    assertThat(pieces).filteredOn(Piece::isHit).allMatch(it -> it.text().equalsIgnoreCase(words));
  }
}
