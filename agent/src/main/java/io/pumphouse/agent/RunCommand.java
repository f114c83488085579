package io.pumphouse.agent;

import io.pumphouse.agent.command.CommandTable;
import io.pumphouse.agent.command.Terminal;
import io.pumphouse.agent.config.ConfigFile;
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
      defaultValue = Run.CONFIG,
      description = "The configuration (default: ${DEFAULT-VALUE}).")
  private Path file = Path.of("");

  @ParentCommand private CommandTable.Root root = new CommandTable.Root();
  @Spec private CommandSpec spec = CommandSpec.create();

  RunCommand(ConfigFile reader) {
    this.reader = reader;
  }

  @Override
  public Integer call() throws InterruptedException {
    return new Run(file, root.data()).carryOut(reader, Terminal.of(spec));
  }
}
