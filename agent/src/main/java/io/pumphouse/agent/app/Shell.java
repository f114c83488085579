package io.pumphouse.agent.app;

import io.pumphouse.agent.command.AgentVerb;
import io.pumphouse.agent.command.CommandClient;
import io.pumphouse.agent.command.CommandTable;
import io.pumphouse.agent.command.DirectAsking;
import io.pumphouse.agent.command.ExitCode;
import io.pumphouse.agent.command.ReadCommand;
import io.pumphouse.agent.command.Terminal;
import io.pumphouse.agent.config.ConfigFile;
import io.pumphouse.agent.config.Loaded;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.reading.PumpId;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a verb from the shell: in the running agent, or for {@code read} over a line of its own when
 * no agent owns it.
 */
public final class Shell implements CommandTable.VerbRunner {
  static final String SOCKET = "agent.sock";

  private final ConfigFile configurations;

  public Shell(ConfigFile configurations) {
    this.configurations = configurations;
  }

  /**
   * Whether an agent already works in this data folder; two would ask one pump at the same time.
   */
  public static boolean isTaken(Path data) {
    return CommandClient.answers(data.resolve(SOCKET));
  }

  @Override
  public int run(AgentVerb verb, List<String> typed, Path data, Terminal terminal) {
    return switch (CommandClient.run(data.resolve(SOCKET), typed, terminal)) {
      case CommandClient.Ran(int exitCode) -> exitCode;
      case CommandClient.Refused(var cause, var next) -> terminal.fail(cause, next);
      case CommandClient.NobodyThere(var cause) ->
          verb instanceof ReadCommand read
              ? readDirectly(read, cause, terminal)
              : terminal.fail(
                  cause,
                  "start the agent: sudo systemctl start pumphouse, or name its --data folder");
    };
  }

  private int readDirectly(ReadCommand read, String nobody, Terminal terminal) {
    return switch (configurations.read(read.config())) {
      case Loaded.Wrong(var problems) -> {
        terminal.err().println("pumphouse: " + nobody + ", and the configuration cannot be used:");
        problems.forEach(terminal.err()::println);
        yield ExitCode.WRONG_CONFIGURATION;
      }
      case Loaded.Valid(var config) -> {
        List<Bus> buses = Bus.of(config.pumps(), new SystemTime());
        try {
          Map<PumpId, HeatPump> pumps = new LinkedHashMap<>();
          buses.forEach(bus -> bus.pumps().forEach((seat, pump) -> pumps.put(seat.id(), pump)));
          yield read.ask(new DirectAsking(pumps), terminal);
        } finally {
          buses.forEach(Bus::close);
        }
      }
    };
  }
}
