package io.pumphouse.agent;

import io.pumphouse.agent.app.Rehearsal;
import io.pumphouse.agent.command.ExitCode;
import io.pumphouse.agent.command.Terminal;
import io.pumphouse.agent.config.ConfigFile;
import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.RegisterMaps;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rehearse}: what scripts run to make the class archive. */
@Command(
    name = "rehearse",
    hidden = true,
    description = "One short life of the agent, for the class archive that makes it start fast.")
final class RehearseCommand implements Callable<Integer> {
  private static final String MODEL = "nibe-s1255";

  private final RegisterMaps maps;
  private final ConfigFile configurations;

  @Spec private CommandSpec spec = CommandSpec.create();

  RehearseCommand(RegisterMaps maps, ConfigFile configurations) {
    this.maps = maps;
    this.configurations = configurations;
  }

  @Override
  public Integer call() throws IOException {
    return switch (maps.find(MODEL)) {
      case Lookup.Found(var map) -> {
        Rehearsal.play(map, configurations);
        yield ExitCode.OK;
      }
      case Lookup.Unknown _, Lookup.Faulty _ ->
          Terminal.of(spec).fail("the map of " + MODEL + " is not in this build", "build it again");
    };
  }
}
