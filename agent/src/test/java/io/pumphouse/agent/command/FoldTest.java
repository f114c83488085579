package io.pumphouse.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Text that must fit a screen. */
final class FoldTest {
  @Test
  void whatFitsStaysAsItIs() {
    assertThat(Fold.line("  four words in here", 20)).containsExactly("  four words in here");
    assertThat(Fold.text("", 20)).containsExactly("");
  }

  @Test
  void aLineBreaksBetweenWordsAndGoesOnFurtherIn() {
    assertThat(Fold.line("  four words in here", 12))
        .containsExactly("  four words", "    in here");
  }

  @Test
  void whatHasNoBlankBreaksWhereItMust() {
    assertThat(Fold.line("0123456789", 4)).containsExactly("0123", "  45", "  67", "  89");
  }

  @Test
  void aTableGivesUpTheWidthOfItsWidestColumn() {
    Table table = new Table("NAME", "WHAT IT SAYS");
    table.row("one", "a rather long story about a pump");
    assertThat(table.lines(24))
        .containsExactly("NAME  WHAT IT SAYS", "one   a rather long", "      story about a pump");
    assertThat(table.lines())
        .containsExactly("NAME  WHAT IT SAYS", "one   a rather long story about a pump");
  }
}
