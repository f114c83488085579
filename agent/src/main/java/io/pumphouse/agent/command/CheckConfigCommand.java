package io.pumphouse.agent.command;

import io.pumphouse.agent.config.ConfigFile;
import io.pumphouse.agent.config.Loaded;
import io.pumphouse.agent.config.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Option(names = "--json", description = "The problems as JSON, for programs.")
  private boolean isJson;

  @Spec private CommandSpec spec = CommandSpec.create();

  public CheckConfigCommand(ConfigFile reader) {
    this.reader = reader;
  }

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec);
    return switch (reader.read(file)) {
      case Loaded.Valid(var config) -> {
        String fine = file + ": ok; pumps: " + config.pumps().size();
        terminal.out().println(isJson ? ProblemsJson.of(List.of()) : fine);
        yield ExitCode.OK;
      }
      case Loaded.Wrong(var problems) -> {
        print(problems, terminal);
        yield ExitCode.WRONG_CONFIGURATION;
      }
    };
  }

  private void print(List<Problem> problems, Terminal terminal) {
    if (isJson) {
      terminal.out().println(ProblemsJson.of(problems));
    } else {
      problems.forEach(terminal.err()::println);
    }
  }
}
