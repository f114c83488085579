package io.pumphouse.agent;

import io.pumphouse.agent.app.Rehearsal;
import io.pumphouse.agent.command.ExitCode;
import io.pumphouse.agent.config.ConfigFile;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rehearse}: what scripts run to make the class archive. */
@Command(
    name = "rehearse",
    hidden = true,
    description = "One short life of the agent, for the class archive that makes it start fast.")
final class RehearseCommand implements Callable<Integer> {
  private final ConfigFile configurations;

  @Option(
      names = "--pump",
      required = true,
      paramLabel = "HOST:PORT",
      description = "Where a virtual nibe-s1255 answers.")
  private String pump = "";

  RehearseCommand(ConfigFile configurations) {
    this.configurations = configurations;
  }

  @Override
  public Integer call() throws IOException {
    new Rehearsal(pump, configurations).play();
    return ExitCode.OK;
  }
}
