package io.pumphouse.agent.command;

import io.pumphouse.agent.config.ConfigFile;
import io.pumphouse.agent.config.Loaded;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check-config}: every problem of a configuration at once. */
@Command(
    name = "check-config",
    description = "Every problem with file, line, key, value found, what is accepted.")
public final class CheckConfigCommand implements Callable<Integer> {
  private final ConfigFile reader;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      defaultValue = "/etc/pumphouse/pumphouse.yaml",
      description = "The configuration (default: ${DEFAULT-VALUE}).")
  private Path file = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  public CheckConfigCommand(ConfigFile reader) {
    this.reader = reader;
  }

  @Override
  public Integer call() {
    return switch (reader.read(file)) {
      case Loaded.Valid(var config) -> {
        PrintWriter out = spec.commandLine().getOut();
        out.println(file + ": ok; pumps: " + config.pumps().size());
        yield ExitCode.OK;
      }
      case Loaded.Wrong(var problems) -> {
        problems.forEach(spec.commandLine().getErr()::println);
        yield ExitCode.WRONG_CONFIGURATION;
      }
    };
  }
}
