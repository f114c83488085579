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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code run}: the agent in the foreground; what systemd starts. */
@Command(name = "run", description = "The agent in the foreground; what systemd starts.")
final class RunCommand implements Callable<Integer> {
  private final ConfigFile reader;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "/etc/pumphouse/pumphouse.yaml",
      description = "The configuration (default: ${DEFAULT-VALUE}).")
  private Path file = Path.of("");

  @ParentCommand private CommandTable.Root root = new CommandTable.Root();
  @Spec private CommandSpec spec = CommandSpec.create();

  RunCommand(ConfigFile reader) {
    this.reader = reader;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (Shell.isTaken(root.data())) {
      return Terminal.of(spec)
          .fail(
              "another agent already works in " + root.data(),
              "stop it first, or give this one a --data folder of its own");
    }
    return switch (reader.read(file)) {
      case Loaded.Valid(var config) -> {
        try (Foreground foreground = Foreground.enter();
            AgentApp agent = new AgentApp(config, root.data(), Machine.here())) {
          agent.start();
          foreground.untilStopped();
        }
        yield ExitCode.OK;
      }
      case Loaded.Wrong(var problems) -> {
        problems.forEach(spec.commandLine().getErr()::println);
        yield ExitCode.WRONG_CONFIGURATION;
      }
    };
  }
}
