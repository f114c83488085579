package io.pumphouse.hal.gpio;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.gpio.Board.Failed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Pi4J 3.0.3 says, word for word, and what a technician is told. */
final class PinTroubleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c_gpiod_line_request_output failed! (Device or resource busy) | gpioinfo names it",
        "c_gpiod_chip_iter_new failed! (Permission denied) | usermod -aG gpio pumphouse",
        "No gpio chip yet initialized! | does not know this machine",
        "Couldn't identify suitable gpiochip (no 'pinctrl' chip found)! | gpiodetect lists",
        "something new | docs/board.md"
      })
  void everyCauseHasANextStep(String said, String next) {
    Failed failed =
        PinTrouble.of(
            "gpio 17", new IllegalStateException("outer", new IllegalStateException(said)));

    assertThat(failed.cause()).isEqualTo("gpio 17: " + said);
    assertThat(failed.next()).contains(next);
  }

  @Test
  void ofNativeCodeOnlyWhatTheSystemSaidIsTold() {
    Failed failed =
        PinTrouble.of(
            "the board",
            new UnsatisfiedLinkError(
                "Pi4J was unable to extract and load the native library.\n UNDERLYING EXCEPTION:"
                    + " [java.lang.UnsatisfiedLinkError]=Can't load library: /x/libgpiod.so"));

    assertThat(failed.cause())
        .isEqualTo(
            "the board: Pi4J's native code cannot be loaded: Can't load library: /x/libgpiod.so");
  }
}
