package io.pumphouse.hal.gpio;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.gpio.Board.Failed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChipsTest {
  @TempDir private Path devices;

  @Test
  void chipsThatMayBeOpenedAreNoTrouble() throws IOException {
    Files.createFile(devices.resolve("gpiochip0"));
    Files.createFile(devices.resolve("gpiochip4"));

    assertThat(new Chips(devices, _ -> true).trouble()).isEmpty();
  }

  @Test
  void aMachineWithoutChipsHasNoPins() {
    assertThat(new Chips(devices, _ -> true).trouble())
        .contains(
            new Failed(
                "this machine has no pins: there is no " + devices.resolve("gpiochip0"),
                "gpio: is for a Raspberry Pi; delete it from the configuration of any other"
                    + " machine"));
  }

  /** The kernel's library looks through all of them, and gives up at the first that is locked. */
  @Test
  void oneLockedChipIsEnough() throws IOException {
    Files.createFile(devices.resolve("gpiochip0"));
    Files.createFile(devices.resolve("gpiochip4"));

    assertThat(new Chips(devices, chip -> !chip.endsWith("gpiochip4")).trouble())
        .get()
        .extracting(Failed::cause)
        .isEqualTo(devices.resolve("gpiochip4") + ": no permission");
  }
}
