package io.pumphouse.hal.gpio;

import io.pumphouse.hal.gpio.Board.Failed;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The device files of the kernel's GPIO chips, looked at before any library is: what is missing
 * here is told better than by whoever stumbles over it.
 *
 * @param devices {@code /dev}
 * @param mayOpen whether this user may read and write a file
 */
record Chips(Path devices, Predicate<Path> mayOpen) {
  /** Those of this machine. */
  static Chips here() {
    return new Chips(Path.of("/dev"), file -> Files.isReadable(file) && Files.isWritable(file));
  }

  /** Why there are no pins to be had; empty if there seem to be. */
  Optional<Failed> trouble() {
    List<Path> chips = all();
    if (chips.isEmpty()) {
      return Optional.of(
          new Failed(
              "this machine has no pins: there is no " + devices.resolve("gpiochip0"),
              "gpio: is for a Raspberry Pi; delete it from the configuration of any other machine"));
    }
    return chips.stream().filter(mayOpen.negate()).sorted().findFirst().map(Chips::locked);
  }

  private static Failed locked(Path chip) {
    return new Failed(
        chip + ": no permission",
        "let the agent's user into the group of the pins: sudo usermod -aG gpio pumphouse, then"
            + " restart the agent");
  }

  private List<Path> all() {
    List<Path> chips = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(devices, "gpiochip*")) {
      found.forEach(chips::add);
    } catch (IOException | DirectoryIteratorException _) {
      // A folder that cannot be listed shows no chips, and that is what is told.
    }
    return chips;
  }
}
