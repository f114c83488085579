package io.pumphouse.agent;

import io.pumphouse.agent.app.Visitor;
import io.pumphouse.agent.command.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code rehearse}: what {@code scripts/archive} runs beside the agent to make the class archive.
 */
@Command(
    name = "rehearse",
    hidden = true,
    description =
        "Looks at a running agent as a browser does, for the class archive it starts from.")
final class RehearseCommand implements Callable<Integer> {
  @Option(
      names = "--dashboard",
      required = true,
      paramLabel = "URL",
      description = "Where the agent of the rehearsal listens.")
  private URI dashboard = URI.create("");

  @Override
  public Integer call() throws IOException {
    new Visitor(dashboard).look();
    return ExitCode.OK;
  }
}
