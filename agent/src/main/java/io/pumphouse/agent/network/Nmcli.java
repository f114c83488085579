package io.pumphouse.agent.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** NetworkManager's tool. Each call is a process of its own, and waited for. */
final class Nmcli {
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final String program;

  /** The tool as it is found on the path, or at a path of its own. */
  Nmcli(String program) {
    this.program = program;
  }

  /** How a call ended. */
  sealed interface Answer {}

  /** It did as it was told. */
  record Said(List<String> lines) implements Answer {
    Said {
      lines = List.copyOf(lines);
    }
  }

  /** It did not. */
  record Failed(String cause, String next) implements Answer {}

  Answer call(String... arguments) {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return ended(process, command);
    } catch (IOException missing) {
      return new Failed(
          "nmcli cannot be started: " + cause(missing),
          "install network-manager, or set the address where this system keeps it");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Failed("nmcli was interrupted", "look at: network");
    }
  }

  private static Answer ended(Process process, List<String> command)
      throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
      return new Failed(
          spoken(command) + ": no answer in " + PATIENCE.toSeconds() + " s",
          "look at: systemctl status NetworkManager");
    }
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return process.exitValue() == 0
        ? new Said(said.lines().toList())
        : new Failed(
            spoken(command) + ": " + (said.isEmpty() ? "exit " + process.exitValue() : said),
            said.contains("not authorized") || said.contains("Insufficient privileges")
                ? "the agent may not: install pumphouse.polkit.rules of the package"
                : "look at: nmcli device status");
  }

  /** Without the words of Java around what the system said. */
  private static String cause(IOException missing) {
    return String.valueOf(missing.getMessage()).replaceFirst("^.*error: [0-9]+,? *", "");
  }

  private static String spoken(List<String> command) {
    return "nmcli " + String.join(" ", command.subList(1, Math.min(4, command.size())));
  }
}
