package io.pumphouse.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LogbookTest {
  @Test
  void whatTheKindOfAnEventSaysIsNotSaidTwice() {
    assertThat(Logbook.beyond("pump answers", "answers")).isEmpty();
    assertThat(Logbook.beyond("compressor stopped", "compressor stopped after 45 min"))
        .isEqualTo("after 45 min");
  }

  @Test
  void inAnotherLanguageTheTextStaysWhole() {
    assertThat(Logbook.beyond("kompressorn stannade", "compressor stopped after 45 min"))
        .isEqualTo("compressor stopped after 45 min");
  }
}
