package io.pumphouse.agent.app;

import io.pumphouse.agent.command.AgentVerb;
import io.pumphouse.agent.command.CommandClient;
import io.pumphouse.agent.command.CommandTable;
import io.pumphouse.agent.command.ConsoleCommand;
import io.pumphouse.agent.command.DirectAsking;
import io.pumphouse.agent.command.DoctorCommand;
import io.pumphouse.agent.command.ExitCode;
import io.pumphouse.agent.command.ReadCommand;
import io.pumphouse.agent.command.Terminal;
import io.pumphouse.agent.command.TransferVerb;
import io.pumphouse.agent.config.ConfigFile;
import io.pumphouse.agent.config.Loaded;
import io.pumphouse.agent.poll.Place;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.reading.PumpId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
    return presence(data) == CommandClient.Presence.HERE;
  }

  /** The same, as far as this user can see. */
  public static CommandClient.Presence presence(Path data) {
    return CommandClient.presence(data.resolve(SOCKET));
  }

  @Override
  public int run(AgentVerb verb, List<String> typed, Path data, Terminal terminal) {
    if (verb instanceof DoctorCommand doctor) {
      return new Bedside(configurations, data).run(doctor, terminal);
    }
    return verb instanceof ConsoleCommand
        ? runRaw(verb, typed, data, terminal)
        : runAny(verb, typed, data, terminal);
  }

  /** Key by key, with the size of the window. */
  private int runRaw(AgentVerb verb, List<String> typed, Path data, Terminal terminal) {
    Optional<Tty> tty = Tty.raw();
    if (tty.isEmpty()) {
      return runAny(verb, typed, data, terminal);
    }
    List<String> sized = new ArrayList<>(typed);
    if (typed.stream().noneMatch(word -> word.startsWith("--rows") || word.startsWith("--col"))) {
      sized.addAll(tty.get().window());
    }
    try (Tty _ = tty.get()) {
      return runAny(verb, sized, data, terminal);
    }
  }

  private int runAny(AgentVerb verb, List<String> typed, Path data, Terminal terminal) {
    return verb.input()
        .map(file -> runWith(file, verb, typed, data, terminal))
        .orElseGet(() -> runHereOrThere(verb, typed, data, terminal));
  }

  private int runWith(
      String file, AgentVerb verb, List<String> typed, Path data, Terminal terminal) {
    try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
      return runHereOrThere(verb, typed, data, terminal.with(in));
    } catch (IOException | InvalidPathException failure) {
      return terminal.fail(file + ": cannot be read: " + failure, "check its name and its owner");
    }
  }

  private int runHereOrThere(AgentVerb verb, List<String> typed, Path data, Terminal terminal) {
    return switch (CommandClient.run(data.resolve(SOCKET), typed, terminal)) {
      case CommandClient.Ran(int exitCode) -> exitCode;
      case CommandClient.Refused(var cause, var next) -> terminal.fail(cause, next);
      case CommandClient.NobodyThere(var cause) ->
          switch (verb) {
            case ReadCommand read -> readDirectly(read, cause, terminal);
            case TransferVerb alone -> new Alone(configurations, data).run(alone, cause, terminal);
            default ->
                terminal.fail(
                    verb.whyAgent().isEmpty() ? cause : cause + "; " + verb.whyAgent(),
                    "start the agent: sudo systemctl start pumphouse, or name its --data folder");
          };
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
        List<Bus> buses = Bus.of(config.pumps(), Map.of(), new SystemTime());
        try {
          yield read.ask(directly(buses), terminal);
        } finally {
          buses.forEach(Bus::close);
        }
      }
    };
  }

  private static DirectAsking directly(List<Bus> buses) {
    Map<PumpId, HeatPump> pumps = new LinkedHashMap<>();
    Map<PumpId, Place> places = new HashMap<>();
    for (Bus bus : buses) {
      bus.pumps().forEach((seat, pump) -> pumps.put(seat.id(), pump));
      bus.pumps().forEach((seat, _) -> places.put(seat.id(), bus.place()));
    }
    return new DirectAsking(pumps, id -> Objects.requireNonNull(places.get(id)).workload(id));
  }
}
