package io.pumphouse.agent.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code jobs log}: what was done and said in a run. */
@Command(name = "log", description = "What was done and said in a run.")
final class JobsLogCommand implements AgentVerb {
  @Parameters(index = "0", paramLabel = "RUN", description = "The number of the run.")
  private long run;

  @Override
  public int run(Desk desk, Terminal terminal) {
    Optional<Path> log = desk.backups().runs().run(run).flatMap(desk.backups().runs()::log);
    return log.map(file -> print(file, terminal))
        .orElseGet(
            () ->
                terminal.fail(
                    "there is no log of run " + run, "look at: pumphouse jobs runs; old logs go"));
  }

  private static int print(Path log, Terminal terminal) {
    try (Stream<String> lines = Files.lines(log)) {
      lines.forEach(terminal.out()::println);
      return ExitCode.OK;
    } catch (IOException e) {
      return terminal.fail(log + " cannot be read: " + e, "check the agent's disk");
    }
  }
}
