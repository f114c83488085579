package io.pumphouse.agent.command;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code console}: the technician's console on this terminal. */
@Command(
    name = "console",
    description = {
      "The technician's console on this terminal: every command, with completion and history.",
      "The same as on the serial port of console: in the configuration."
    })
public final class ConsoleCommand implements AgentVerb {
  private static final int MOST = 500;

  @Option(
      names = "--columns",
      paramLabel = "N",
      defaultValue = "80",
      description = "How wide the window is (default: what the terminal says, else 80).")
  private int columns;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "24",
      description = "How high it is (default: what the terminal says, else 24).")
  private int rows;

  @Override
  public int run(Desk desk, Terminal terminal) {
    Consoles.Window window =
        new Consoles.Window(Math.clamp(columns, 40, MOST), Math.clamp(rows, 10, MOST));
    return desk.premises().consoles().serve(desk, terminal, window);
  }

  /** The keys. */
  @Override
  public Optional<String> input() {
    return Optional.of("-");
  }

  @Override
  public String whyAgent() {
    return "the console is a part of it";
  }
}
