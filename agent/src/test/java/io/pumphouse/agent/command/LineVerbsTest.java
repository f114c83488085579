package io.pumphouse.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code trace} and {@code line}, typed at a table. */
final class LineVerbsTest {
  private final LineDesk desk = new LineDesk();

  @Test
  void traceShowsTimeDirectionBytesMeaningAndFault() {
    desk.answers();
    desk.isSilent();

    assertThat(desk.type("trace", "house")).isZero();
    assertThat(desk.out.toString().lines())
        .containsExactly(
            "00:00:00.000Z >   1  01 03 00 03 00 01 74 0A   read holding 3",
            "00:00:00.020Z <   1  01 03 02 FF DA 78 2F      -38",
            "00:00:00.025Z >   1  01 03 00 03 00 01 74 0A   read holding 3"
                + "  !! no answer in 500 ms");
  }

  @Test
  void traceCanBeLimitedAndReadByPrograms() {
    desk.answers();

    assertThat(desk.type("trace", "house", "--json", "--limit", "1")).isZero();
    assertThat(desk.out.toString()).isEqualToIgnoringNewLines("{\"number\":2}");
    assertThat(desk.type("trace", "house", "--limit", "2001")).isEqualTo(ExitCode.WRONG_USAGE);
  }

  @Test
  void anUnknownPumpNamesTheKnownOnes() {
    for (String verb : List.of("trace", "line")) {
      assertThat(desk.type(verb, "barn")).isEqualTo(ExitCode.FAILED);
      assertThat(desk.err.toString()).contains("there is no pump \"barn\"", "known pumps: [house]");
    }
  }

  @Test
  void lineSaysInWordsWhatToDo() {
    for (int i = 0; i < 5; i++) {
      desk.isSilent();
    }

    assertThat(desk.type("line", "house")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.out.toString())
        .contains("house: /dev/ttyUSB0 unit 1", "no good answer yet", "unit 1 has never answered")
        .containsPattern("timeout +5");
  }

  @Test
  void aHealthyLineHasTimesAndNoAdvice() {
    desk.answers();

    assertThat(desk.type("line", "house")).isZero();
    assertThat(desk.out.toString())
        .contains("half within 20 ms, 95 % within 20 ms, longest 20 ms")
        .contains("<= 32 ms        1 ####")
        .contains("nothing speaks against this line");
  }

  @Test
  void aLineThatWasNeverOpenIsNoMysteryOfItsFrames() {
    desk.isDown();

    assertThat(desk.type("line", "house")).isZero();
    assertThat(desk.out.toString())
        .contains("the line could never be opened; why and what to do says: pumphouse status");
  }

  @Test
  void aFewFaultsAreNotCalledNothing() {
    desk.answers();
    desk.isSilent();

    assertThat(desk.type("line", "house")).isZero();
    assertThat(desk.out.toString())
        .contains("1 of 2 questions went wrong, too few of them lately to say why")
        .doesNotContain("nothing speaks");
  }

  @Test
  void lineIsJsonForPrograms() {
    assertThat(desk.type("line", "house", "--json")).isZero();
    assertThat(desk.out.toString()).isEqualToIgnoringNewLines("{\"unit\":1}");
  }
}
