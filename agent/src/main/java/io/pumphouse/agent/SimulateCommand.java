package io.pumphouse.agent;

import io.pumphouse.agent.app.SystemTime;
import io.pumphouse.agent.app.VirtualPump;
import io.pumphouse.agent.command.ExitCode;
import io.pumphouse.agent.command.MapsOption;
import io.pumphouse.agent.command.Terminal;
import io.pumphouse.agent.config.Endpoint;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.TcpDoor;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.MapProblem;
import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.modbus.Framing;
import io.pumphouse.hal.sim.Faults;
import io.pumphouse.hal.sim.SimFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simulate}: the virtual heat pump alone, for any other Modbus client. */
@Command(
    name = "simulate",
    description = "The virtual heat pump alone, for any other Modbus client.")
final class SimulateCommand implements Callable<Integer> {
  private static final long SEED = 1;
  private static final int FASTEST = 86_400;

  @Mixin private MapsOption users = new MapsOption();

  @Option(names = "--model", required = true, description = "One of: pumphouse models.")
  private String model = "";

  @ArgGroup(multiplicity = "1")
  private Place place = new Place();

  @Option(
      names = "--speed",
      defaultValue = "1",
      description = "Simulated seconds per second (default: ${DEFAULT-VALUE}).")
  private double speed;

  @Option(
      names = "--fault",
      description = "What is wrong with it: late, silent, garbled, short, exception, unplug.")
  private List<String> faultNames = new ArrayList<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Where it is to answer. */
  static final class Place {
    @Option(names = "--tcp", paramLabel = "[HOST:]PORT", description = "Modbus TCP.")
    private String tcp = "";

    @Option(
        names = "--rtu-over-tcp",
        paramLabel = "[HOST:]PORT",
        description = "RTU frames in a TCP stream, as a transparent serial server gives them.")
    private String rtuOverTcp = "";

    @Option(names = "--serial", paramLabel = "PATH", description = "Modbus RTU at 9600 baud, 8N1.")
    private String serial = "";
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Terminal terminal = Terminal.of(spec);
    Faults faults = new Faults(SEED);
    for (String name : faultNames) {
      Optional<SimFault> fault = SimFault.of(name);
      if (fault.isEmpty()) {
        return terminal.misuse(
            "there is no fault \"" + name + "\"",
            "faults: " + Arrays.stream(SimFault.values()).map(SimFault::word).toList());
      }
      faults.set(fault.get(), 1);
    }
    return switch (users.maps().find(model)) {
      case Lookup.Found(RegisterMap map) -> simulate(map, faults, terminal);
      case Lookup.Unknown(String nearest) ->
          terminal.misuse(
              "there is no model \"" + model + "\"",
              "did you mean " + nearest + "? all of them: pumphouse models");
      case Lookup.Faulty(List<MapProblem> problems) ->
          terminal.fail(problems.getFirst().toString(), "mend the map");
    };
  }

  private int simulate(RegisterMap map, Faults faults, Terminal terminal)
      throws IOException, InterruptedException {
    if (!(speed >= 0 && speed <= FASTEST)) {
      return terminal.misuse("--speed " + speed, "give a number from 0 to " + FASTEST);
    }
    SystemTime time = new SystemTime();
    VirtualPump pump = new VirtualPump(map, speed, faults, time);
    if (!place.serial.isEmpty()) {
      say(terminal, map.model(), place.serial + ", 9600 baud 8N1");
      Line.Broken why = pump.serve(new Wiring.Serial(place.serial, 9600, Wiring.Parity.NONE, 1));
      return terminal.fail(why.cause(), why.next());
    }
    Framing framing = place.tcp.isEmpty() ? Framing.RTU : Framing.TCP;
    String where = place.tcp.isEmpty() ? place.rtuOverTcp : place.tcp;
    Optional<Endpoint> endpoint = endpoint(where);
    return endpoint.isEmpty()
        ? terminal.misuse("\"" + where + "\" is no [HOST:]PORT", "such as 5020 or 127.0.0.1:5020")
        : serve(pump, map.model(), endpoint.get(), framing, terminal);
  }

  private static Optional<Endpoint> endpoint(String text) {
    return Endpoint.of(text.contains(":") ? text : "127.0.0.1:" + text);
  }

  private static int serve(
      VirtualPump pump, Model model, Endpoint at, Framing framing, Terminal terminal)
      throws IOException, InterruptedException {
    try (Foreground foreground = Foreground.enter();
        TcpDoor door = pump.door(at.host(), at.port(), framing)) {
      return switch (door.open()) {
        case Line.Broken(var cause, var next) -> terminal.fail(cause, next);
        case Line.Opened _ -> {
          say(
              terminal,
              model,
              at.host()
                  + ":"
                  + door.port()
                  + (framing == Framing.TCP ? ", Modbus TCP" : ", RTU over TCP"));
          foreground.untilStopped();
          yield ExitCode.OK;
        }
      };
    }
  }

  private static void say(Terminal terminal, Model model, String where) {
    terminal.out().println(model.title() + ", virtual, unit 1, on " + where);
    terminal.out().flush();
  }
}
