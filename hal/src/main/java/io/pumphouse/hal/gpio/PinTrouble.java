package io.pumphouse.hal.gpio;

import io.pumphouse.hal.gpio.Board.Failed;
import java.util.Locale;
import java.util.Objects;

/** Puts what Pi4J and the kernel say about pins into a technician's words. */
final class PinTrouble {
  private static final String SYSTEM_SAID = "[java.lang.UnsatisfiedLinkError]=";

  private PinTrouble() {}

  /**
   * Why something could not be done.
   *
   * @param what what was tried, on which pin
   */
  static Failed of(String what, Throwable failure) {
    if (failure instanceof LinkageError) {
      return new Failed(
          what + ": Pi4J's native code cannot be loaded: " + essence(root(failure)),
          "it is there for 64-bit ARM alone; on a Raspberry Pi, install the agent again");
    }
    String said = root(failure);
    return new Failed(what + ": " + said, next(said.toLowerCase(Locale.ROOT)));
  }

  private static String next(String said) {
    if (said.contains("busy")) {
      return "another program or a device-tree overlay holds the pin; gpioinfo names it: stop it,"
          + " or use another pin";
    }
    if (said.contains("denied") || said.contains("not permitted")) {
      return "let the agent's user into the group of the pins: sudo usermod -aG gpio pumphouse,"
          + " then restart the agent";
    }
    if (said.contains("no gpio chip")) {
      return "Pi4J does not know this machine for a Raspberry Pi";
    }
    if (said.contains("suitable gpiochip")) {
      return "Pi4J takes the chip whose label has pinctrl in it; gpiodetect lists those there are";
    }
    return "see the chapter on troubles in docs/board.md";
  }

  /** Pi4J wraps what the system said in many words that do not hold for us. */
  private static String essence(String said) {
    int system = said.lastIndexOf(SYSTEM_SAID);
    return system < 0 ? said : said.substring(system + SYSTEM_SAID.length()).strip();
  }

  /** What the innermost of the causes says. */
  private static String root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return Objects.requireNonNullElse(root.getMessage(), root.getClass().getSimpleName());
  }
}
