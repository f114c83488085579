package io.pumphouse.agent;

import io.pumphouse.agent.app.SystemTime;
import io.pumphouse.agent.app.VirtualPump;
import io.pumphouse.agent.command.ExitCode;
import io.pumphouse.agent.command.MapsOption;
import io.pumphouse.agent.command.Terminal;
import io.pumphouse.agent.config.Endpoint;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.TcpDoor;
import io.pumphouse.hal.line.Wiring.Parity;
import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.SerialHabit;
import io.pumphouse.hal.map.Wire;
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

/** {@code simulate}: the virtual heat pump alone, for any other client. */
@Command(name = "simulate", description = "The virtual heat pump alone, for any other client.")
final class SimulateCommand implements Callable<Integer> {
  private static final long SEED = 1;
  private static final int FASTEST = 86_400;
  private static final int SLOWEST = 300;
  private static final int FASTEST_PORT = 4_000_000;

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
      paramLabel = "FAULT",
      description =
          "What is wrong with it: late, silent, garbled, short, exception, unplug; or alarm:"
              + " its brine pump has stuck and it has stopped with a low-pressure alarm, until"
              + " that is reset, where the model can be. Where the protocol has no word for an exception, a Rego keeps silent and an H1 leaves the"
              + " number out.")
  private List<String> faultNames = new ArrayList<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Where it is to answer. */
  static final class Place {
    @Option(names = "--tcp", paramLabel = "[HOST:]PORT", description = "Modbus TCP.")
    private String tcp = "";

    @Option(
        names = "--rtu-over-tcp",
        paramLabel = "[HOST:]PORT",
        description =
            "The bytes of a serial line in a TCP stream, as a transparent serial server gives them.")
    private String rtuOverTcp = "";

    @ArgGroup(exclusive = false)
    private Port port = new Port();

    /** What is spoken there, if the model can. */
    Optional<Wire> wire(Model model) {
      if (!tcp.isEmpty()) {
        return model.wires().stream().filter(Wire.TCP::equals).findFirst();
      }
      return model.wires().stream().filter(Wire::isSerial).findFirst();
    }

    String misfit() {
      return tcp.isEmpty() ? " has no serial line" : " speaks no Modbus TCP";
    }

    /** What to type for this model. */
    static String fitting(Model model) {
      boolean isSerial = model.wires().stream().anyMatch(Wire::isSerial);
      String serial = isSerial ? "--serial PATH or --rtu-over-tcp [HOST:]PORT" : "";
      String tcp = model.wires().contains(Wire.TCP) ? "--tcp [HOST:]PORT" : "";
      return tcp + (tcp.isEmpty() || serial.isEmpty() ? "" : " or ") + serial;
    }

    Optional<Endpoint> endpoint() {
      String text = tcp.isEmpty() ? rtuOverTcp : tcp;
      return Endpoint.of(text.contains(":") ? text : "127.0.0.1:" + text);
    }
  }

  /** A serial port; a pseudo-terminal may refuse any parity but none. */
  static final class Port {
    @Option(
        names = "--serial",
        required = true,
        paramLabel = "PATH",
        description = "A serial port, set up as the model wants it unless said otherwise.")
    private String path = "";

    @Option(names = "--baud", paramLabel = "BAUD", description = "Bits per second.")
    private Optional<Integer> baud = Optional.empty();

    @Option(names = "--parity", paramLabel = "PARITY", description = "none, even or odd.")
    private Optional<Parity> parity = Optional.empty();

    SerialHabit settings(SerialHabit usual) {
      return new SerialHabit(
          baud.orElse(usual.baud()), parity.orElse(usual.parity()), usual.stopBits());
    }
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
    if (!(speed >= 0 && speed <= FASTEST)) {
      return terminal.misuse("--speed " + speed, "give a number from 0 to " + FASTEST);
    }
    return new ModelChoice(users.maps(), model)
        .use(terminal, map -> simulate(map, faults, terminal));
  }

  private int simulate(RegisterMap map, Faults faults, Terminal terminal)
      throws IOException, InterruptedException {
    Optional<Wire> wire = place.wire(map.model());
    if (wire.isEmpty()) {
      return terminal.misuse(
          map.model().id() + place.misfit(),
          "give it a line it has: " + Place.fitting(map.model()));
    }
    if (place.port.baud.filter(baud -> baud < SLOWEST || baud > FASTEST_PORT).isPresent()) {
      return terminal.misuse(
          "--baud " + place.port.baud.get(),
          "give a number from " + SLOWEST + " to " + FASTEST_PORT);
    }
    VirtualPump pump = new VirtualPump(map, speed, faults, new SystemTime());
    if (!place.port.path.isEmpty()) {
      return serveOn(pump, map.model(), wire.get(), terminal);
    }
    Optional<Endpoint> endpoint = place.endpoint();
    return endpoint.isEmpty()
        ? terminal.misuse("that is no [HOST:]PORT", "such as 5020 or 127.0.0.1:5020")
        : serveAt(pump, map.model(), endpoint.get(), wire.get(), terminal);
  }

  private int serveOn(VirtualPump pump, Model model, Wire wire, Terminal terminal) {
    SerialHabit settings = place.port.settings(model.serial());
    try (Line port = pump.port(place.port.path, settings)) {
      return switch (port.open()) {
        case Line.Broken(var cause, var next) -> terminal.fail(cause, next);
        case Line.Opened _ -> {
          say(terminal, model, wire, place.port.path + ", " + settings);
          Line.Broken why = pump.serve(port, wire);
          yield terminal.fail(why.cause(), why.next());
        }
      };
    }
  }

  private int serveAt(VirtualPump pump, Model model, Endpoint at, Wire wire, Terminal terminal)
      throws IOException, InterruptedException {
    try (Foreground foreground = Foreground.enter();
        TcpDoor door = pump.door(at.host(), at.port(), wire)) {
      return switch (door.open()) {
        case Line.Broken(var cause, var next) -> terminal.fail(cause, next);
        case Line.Opened _ -> {
          say(terminal, model, wire, at.host() + ":" + door.port());
          foreground.untilStopped();
          yield ExitCode.OK;
        }
      };
    }
  }

  private void say(Terminal terminal, Model model, Wire wire, String where) {
    String unit = wire.hasUnits() ? ", unit 1" : "";
    String wrong = faultNames.isEmpty() ? "" : "; wrong with it: " + String.join(", ", faultNames);
    terminal
        .out()
        .println(
            model.title() + ", virtual" + unit + ", on " + where + ", " + spoken(wire) + wrong);
    terminal.out().flush();
  }

  private static String spoken(Wire wire) {
    return switch (wire) {
      case TCP -> "Modbus TCP";
      case RTU, RTU_OVER_TCP -> "Modbus RTU";
      case REGO -> "Rego 600";
      case HUSDATA_H1 -> "Husdata H1";
      case HUSDATA_H66 -> "Husdata H60/H66";
    };
  }
}
