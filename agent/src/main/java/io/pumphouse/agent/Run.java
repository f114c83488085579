package io.pumphouse.agent;

import io.pumphouse.agent.app.AgentApp;
import io.pumphouse.agent.app.Machine;
import io.pumphouse.agent.app.Shell;
import io.pumphouse.agent.command.CommandTable;
import io.pumphouse.agent.command.ExitCode;
import io.pumphouse.agent.command.Terminal;
import io.pumphouse.agent.config.ConfigFile;
import io.pumphouse.agent.config.Loaded;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The order to run the agent.
 *
 * @param config the configuration
 * @param data the agent's data folder
 */
record Run(Path config, Path data) {
  static final String CONFIG = "/etc/pumphouse/pumphouse.yaml";

  private static final Run PLAIN = new Run(Path.of(CONFIG), Path.of(CommandTable.DATA));

  /**
   * The order in its plain form, as the service unit gives it: {@code run --config FILE --data
   * DIR}, in any order or left out. Whatever else there is to say about it, the command line's
   * library says: it is too old for the class archive, and having it read these few words costs the
   * agent 3 MiB for years (decision 013).
   */
  static Optional<Run> plain(List<String> typed) {
    if (typed.isEmpty() || !typed.getFirst().equals("run") || typed.size() % 2 == 0) {
      return Optional.empty();
    }
    Run run = PLAIN;
    for (int i = 1; i < typed.size(); i += 2) {
      String value = typed.get(i + 1);
      if (value.isEmpty() || value.startsWith("-") || value.startsWith("@")) {
        return Optional.empty();
      }
      switch (typed.get(i)) {
        case "--config" -> run = new Run(Path.of(value), run.data());
        case "--data" -> run = new Run(run.config(), Path.of(value));
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(run);
  }

  /** Runs until somebody stops it; returns the exit code. */
  int carryOut(ConfigFile reader, Terminal terminal) throws InterruptedException {
    if (Shell.isTaken(data)) {
      return terminal.fail(
          "another agent already works in " + data,
          "stop it first, or give this one a --data folder of its own");
    }
    return switch (reader.read(config)) {
      case Loaded.Valid(var valid) -> {
        try (Foreground foreground = Foreground.enter();
            AgentApp agent =
                new AgentApp(valid, config, data, Machine.endedBy(foreground::startAgain))) {
          agent.start();
          foreground.untilStopped();
          yield foreground.isToStartAgain() ? ExitCode.START_AGAIN : ExitCode.OK;
        }
      }
      case Loaded.Wrong(var problems) -> {
        problems.forEach(terminal.err()::println);
        yield ExitCode.WRONG_CONFIGURATION;
      }
    };
  }
}
