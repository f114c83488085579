package io.pumphouse.agent;

import io.pumphouse.agent.app.PinsAtRest;
import io.pumphouse.agent.command.ExitCode;
import io.pumphouse.agent.command.Terminal;
import io.pumphouse.agent.config.ConfigFile;
import io.pumphouse.agent.config.Loaded;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pins-at-rest}: what systemd runs when the agent has ended, however it ended. */
@Command(
    name = "pins-at-rest",
    description = "Switches off every output of gpio:, after an agent that has ended.")
final class PinsAtRestCommand implements Callable<Integer> {
  private final ConfigFile reader;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = Run.CONFIG,
      description = "The configuration (default: ${DEFAULT-VALUE}).")
  private Path file = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  PinsAtRestCommand(ConfigFile reader) {
    this.reader = reader;
  }

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec);
    return switch (reader.read(file)) {
      case Loaded.Valid(var config) -> PinsAtRest.put(config.gpio().pinout(), terminal);
      case Loaded.Wrong(var problems) -> {
        problems.forEach(terminal.err()::println);
        yield ExitCode.WRONG_CONFIGURATION;
      }
    };
  }
}
