package io.pumphouse.hal.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {
  @Test
  void commasSeparateCells() {
    assertThat(CsvLine.cells("a,b c,d").orElseThrow()).containsExactly("a", "b c", "d");
  }

  @Test
  void emptyCellsAreKeptAtBothEnds() {
    assertThat(CsvLine.cells(",a,,").orElseThrow()).containsExactly("", "a", "", "");
  }

  @Test
  void quotedCellsMayHoldCommasAndDoubledQuotes() {
    assertThat(CsvLine.cells("\"a,b\",\"say \"\"c\"\"\",\"\"").orElseThrow())
        .containsExactly("a,b", "say \"c\"", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,\"b", "\"a\"b", "a\"b\",c", "\"", "\"\"\""})
  void misplacedQuotesAreRefused(String text) {
    assertThat(CsvLine.cells(text)).isEmpty();
  }
}
