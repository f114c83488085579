package io.pumphouse.hal.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.rego.Parsed.Garbled;
import io.pumphouse.hal.rego.Parsed.Sound;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole entry of the error log, or none. */
class LogEntryTest {
  @Test
  void theDisplayCountsFromOneAndTheWireFromZero() {
    assertThat(Golden.ELECTRIC_CASSETTE.wireCode()).isEqualTo(11);
    assertThat(Golden.ELECTRIC_CASSETTE.displayCode()).isEqualTo(12);
  }

  @Test
  void noEntryIsNoError() {
    assertThat(LogEntry.parse(Golden.frame("no-error-answer"))).isEqualTo(new Sound<>(List.of()));
  }

  @Test
  void noEntryInHalfBytesIsNoErrorToo() {
    assertThat(LogEntry.parse(LogEntry.text("\u00FF"))).isEqualTo(new Sound<>(List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u000B250128 05:11:5",
        "\u000B250228 24:00:00",
        "\u000B250229 05:11:52",
        "\u000B251301 05:11:52",
        "\u000B250128-05:11:52",
        "\u000B               ",
        "\u000B"
      })
  void aTimeThatIsNoTimeIsADamagedAnswer(String characters) {
    assertThat(LogEntry.parse(LogEntry.text(characters))).isInstanceOf(Garbled.class);
  }

  @Test
  void everyFlippedBitIsFound() {
    Frame answer = Golden.frame("last-error-answer");
    for (int bit = 0; bit < 8 * answer.length(); bit++) {
      assertThat(LogEntry.parse(FrameTest.flipped(answer, bit))).isInstanceOf(Garbled.class);
    }
  }

  @Test
  void twoFlippedBitsThatLeaveNoHalfBytesAreFoundThoughTheCheckFits() {
    Frame twice =
        FrameTest.flipped(
            FrameTest.flipped(Golden.frame("last-error-answer"), 8 * 5 + 6), 8 * 9 + 6);

    assertThat(LogEntry.parse(twice))
        .isInstanceOfSatisfying(
            Garbled.class, it -> assertThat(it.what()).startsWith("no half-bytes"));
  }

  @Test
  void theYearIsOfThisCentury() {
    RegoError old = new RegoError(0, LocalDateTime.of(2000, 1, 1, 0, 0, 0));
    RegoError late = new RegoError(22, LocalDateTime.of(2099, 12, 31, 23, 59, 59));

    assertThat(LogEntry.parse(LogEntry.answer(old))).isEqualTo(new Sound<>(List.of(old)));
    assertThat(LogEntry.parse(LogEntry.answer(late))).isEqualTo(new Sound<>(List.of(late)));
  }

  @Test
  void aCodeThatMeansNoErrorIsNoError() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RegoError(255, Golden.ELECTRIC_CASSETTE.at()));
  }
}
