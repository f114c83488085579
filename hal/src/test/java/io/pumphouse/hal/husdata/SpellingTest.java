package io.pumphouse.hal.husdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.husdata.Said.Bare;
import io.pumphouse.hal.husdata.Said.Damaged;
import io.pumphouse.hal.husdata.Said.Echo;
import io.pumphouse.hal.husdata.Said.Labelled;
import io.pumphouse.hal.line.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
  /** The example of epideme/iot-husdataH1. */
  private static final String EXAMPLE = "XR010701B8 107 Heating setpoint (44.0c)";

  @Test
  void theWorkedExampleIsFortyFourDegrees() {
    assertThat(Spelling.read(EXAMPLE)).isEqualTo(new Labelled(0x0107, 440));
    assertThat(Spelling.read("XR010701B8")).isEqualTo(new Bare(0x0107, 440));
  }

  @Test
  void theWorkedExampleIsSpelledTheSame() {
    assertThat(Spelling.line(0x0107, 440)).isEqualTo("XR010701B8");
  }

  @Test
  void aStateIsLabelledWithoutTenths() {
    assertThat(Spelling.read("XR1A0A0001 A0A High Pressostat (1.0 )"))
        .isEqualTo(new Labelled(0x1A0A, 1));
  }

  @Test
  void moreThanOneBlankMayComeBeforeALabel() {
    assertThat(Spelling.read("XR010701B8   107 Heating setpoint (44.0c)"))
        .isEqualTo(new Labelled(0x0107, 440));
  }

  @Test
  void numbersAboveSixtyThousandAreBelowZero() {
    assertThat(Spelling.read("XR0007FFDA")).isEqualTo(new Bare(7, -38));
    assertThat(Spelling.read("XR0007FFDA 007 Outdoor (-3.8c)")).isEqualTo(new Labelled(7, -38));
    assertThat(Spelling.read("XR0008FE1D")).isEqualTo(new Bare(8, -483));
  }

  @Test
  void hoursBelowThatAreNot() {
    assertThat(Spelling.read("XR6C55833B")).isEqualTo(new Bare(0x6C55, 33_595));
    assertThat(Spelling.read("XR6C55EA60")).isEqualTo(new Bare(0x6C55, 60_000));
    assertThat(Spelling.read("XR6C55EA61")).isEqualTo(new Bare(0x6C55, -5535));
  }

  @Test
  void commandsEndWithCrLf() {
    assertThat(Spelling.SEND_ALL).isEqualTo(Frame.hex("58 52 0D 0A"));
    assertThat(Spelling.FULL_UPDATES).isEqualTo(Frame.hex("58 4D 0D 0A"));
    assertThat(Spelling.LABELS).isEqualTo(Frame.hex("58 50 0D 0A"));
    assertThat(Spelling.RESTART).isEqualTo(Frame.hex("21 0D 0A"));
  }

  @Test
  void aWriteCarriesIdAndNumber() {
    assertThat(Spelling.write(0x0203, 210)).isEqualTo(Spelling.command("XW020300D2"));
    assertThat(Spelling.write(0x0207, -38)).isEqualTo(Spelling.command("XW0207FFDA"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "XR", "XP", "XM", "XP ON", "XW020300D2", "!"})
  void confirmationsAreNoNumbers(String line) {
    assertThat(Spelling.read(line)).isEqualTo(new Echo());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "XR010701b8",
        "XR010701B",
        "XR010701B80",
        "XR0107 01B8",
        " XR010701B8",
        "R010701B8",
        "XS010701B8",
        "XR010701B8 108 Heating setpoint (44.0c)",
        "XR010701B8 107 Heating setpoint (44.1c)",
        "XR010701B9 107 Heating setpoint (44.0c)",
        "XR010701B8 107 Heating setpoint (44.0c",
        "XR010701B8 107 Heating setpoint",
        "XR010701B8 107 HeatXR0007FFDA 007 Outdoor (-3.8c)",
        "XR0107FFDA 007 Outdoor (-3.8c)",
        "XR010701B8 107 Heating\u0000setpoint (44.0c) \u0001",
        "Husdata H1"
      })
  void whatIsNotSpelledLikeThatIsDamaged(String line) {
    assertThat(Spelling.read(line)).isEqualTo(new Damaged());
  }

  /** No piece of a line is another number; its first ten characters alone are the bare number. */
  @Test
  void aLineCutAnywhereIsNoOtherNumber() {
    for (int cut = 0; cut < EXAMPLE.length(); cut++) {
      assertThat(Spelling.read(EXAMPLE.substring(0, cut)))
          .as(EXAMPLE.substring(0, cut))
          .isIn(new Damaged(), new Echo(), new Bare(0x0107, 440));
      assertThat(Spelling.read(EXAMPLE.substring(cut + 1))).isIn(new Damaged(), new Echo());
    }
  }

  /** What an overrun leaves: the head of one line on the tail of the next. */
  @Test
  void theHeadOfOneLineOnTheTailOfAnotherIsNoOtherNumber() {
    String next = "XR0007FFDA 007 Outdoor (-3.8c)";
    for (int head = 0; head <= EXAMPLE.length(); head++) {
      for (int tail = 0; tail <= next.length(); tail++) {
        String spliced = EXAMPLE.substring(0, head) + next.substring(tail);
        if (Spelling.read(spliced) instanceof Labelled labelled) {
          assertThat(labelled).isIn(new Labelled(0x0107, 440), new Labelled(7, -38));
        }
      }
    }
  }
}
