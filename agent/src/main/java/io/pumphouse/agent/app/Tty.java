package io.pumphouse.agent.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The terminal this process was started from, given over key by key: {@code stty} of the system
 * sets it up, and back when closed, also when the process is ended.
 */
final class Tty implements AutoCloseable {
  private final String before;
  private final Thread restoring;
  private final String size;

  private Tty(String before, String size) {
    this.before = before;
    this.restoring = new Thread(() -> stty(before), "terminal as before");
    this.size = size;
  }

  /** The terminal in raw mode; empty if standard input is none, as in a pipe. */
  static Optional<Tty> raw() {
    Optional<String> before = stty("-g");
    if (before.isEmpty()) {
      return Optional.empty();
    }
    Tty tty = new Tty(before.get(), stty("size").orElse(""));
    Runtime.getRuntime().addShutdownHook(tty.restoring);
    stty("raw", "-echo", "opost"); // what is said here ends its lines as usual
    return Optional.of(tty);
  }

  /** The options that tell how large the window is; none if it does not say. */
  List<String> window() {
    String[] numbers = size.split(" ", -1);
    return numbers.length == 2 && !size.contains("0 0")
        ? List.of("--rows", numbers[0], "--columns", numbers[1])
        : List.of();
  }

  private static Optional<String> stty(String... arguments) {
    List<String> command = new ArrayList<>(List.of("stty"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
    } catch (IOException _) { // no stty: the keys come as lines
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(restoring);
    stty(before);
  }
}
