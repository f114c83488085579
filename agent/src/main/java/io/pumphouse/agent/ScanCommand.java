package io.pumphouse.agent;

import io.pumphouse.agent.app.Lines;
import io.pumphouse.agent.app.Shell;
import io.pumphouse.agent.app.SystemTime;
import io.pumphouse.agent.command.CommandTable;
import io.pumphouse.agent.command.ExitCode;
import io.pumphouse.agent.command.MapsOption;
import io.pumphouse.agent.command.Terminal;
import io.pumphouse.agent.config.ConfigFile;
import io.pumphouse.agent.config.Loaded;
import io.pumphouse.agent.scan.Place;
import io.pumphouse.agent.scan.Report;
import io.pumphouse.agent.scan.Scan;
import io.pumphouse.agent.scan.WhereToLook;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.TimeSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * {@code scan}: what answers here, how the line is set up, and what to put into the configuration.
 */
@Command(
    name = "scan",
    description =
        "Finds baud, parity, unit and model by harmless reads; prints the entry to paste.")
final class ScanCommand implements Callable<Integer> {
  private final ConfigFile configurations;

  @Mixin private MapsOption users = new MapsOption();

  @ArgGroup(multiplicity = "1")
  private WhereToLook where = new WhereToLook();

  @Option(
      names = "--unit",
      paramLabel = "N",
      description = "Ask this unit only; without it 1, then the others up to 10.")
  private List<Integer> units = new ArrayList<>();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "/etc/pumphouse/pumphouse.yaml",
      description = "Tells which lines a running agent uses (default: ${DEFAULT-VALUE}).")
  private Path config = Path.of("");

  @Option(names = "--json", description = "What was found as JSON, for programs.")
  private boolean isJson;

  @ParentCommand private CommandTable.Root root = new CommandTable.Root();
  @Spec private CommandSpec spec = CommandSpec.create();

  ScanCommand(ConfigFile configurations) {
    this.configurations = configurations;
  }

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec);
    Optional<Place> place = where.place();
    if (place.isEmpty()) {
      return terminal.misuse("that is no HOST:PORT", "such as 192.0.2.10:502");
    }
    if (units.stream().anyMatch(unit -> unit < 0 || unit > 247)) {
      return terminal.misuse("--unit " + units, "give a number from 0 to 247");
    }
    return isNamed(place.get()) ? scanIfAlone(place.get(), terminal) : scan(place.get(), terminal);
  }

  private int scanIfAlone(Place place, Terminal terminal) {
    return switch (Shell.presence(root.data())) {
      case NOBODY -> scan(place, terminal);
      case HERE ->
          terminal.fail(
              "the running agent owns this line, and two masters would spoil each other's answers",
              "stop it first: sudo systemctl stop pumphouse; or look at: pumphouse status");
      case HIDDEN ->
          terminal.fail(
              "this user cannot see whether an agent asks on this line, and two masters would"
                  + " spoil each other's answers",
              "join the group pumphouse, or use sudo");
    };
  }

  /** Whether the configuration has this line, or may have it for all we can tell. */
  private boolean isNamed(Place place) {
    String name =
        switch (place) {
          case Place.Port(String path) -> path;
          case Place.Net(Wiring wiring) -> wiring.name();
        };
    return switch (configurations.read(config)) {
      case Loaded.Valid(var known) ->
          known.pumps().stream().anyMatch(pump -> pump.wiring().name().equals(name));
      case Loaded.Wrong _ -> true;
    };
  }

  private int scan(Place place, Terminal terminal) {
    TimeSource time = new SystemTime();
    Scan scan = new Scan(models(), wiring -> Lines.to(wiring, time), time);
    Set<Integer> asked = new TreeSet<>(units);
    return switch (scan.run(place, asked, line -> say(terminal, line))) {
      case Scan.Found found -> isJson ? json(found, terminal) : Report.print(found, terminal);
      case Scan.NotFound(var cause, var next) -> terminal.fail(cause, next);
    };
  }

  private List<RegisterMap> models() {
    return users.maps().all().stream()
        .flatMap(
            map ->
                map instanceof Lookup.Found(RegisterMap found) ? Stream.of(found) : Stream.empty())
        .toList();
  }

  /** What is tried goes beside the result, so that the entry alone can be piped into a file. */
  private static void say(Terminal terminal, String line) {
    terminal.err().println(line);
    terminal.err().flush();
  }

  private static int json(Scan.Found found, Terminal terminal) {
    terminal.out().println(ScanJson.of(found.candidates()));
    return ExitCode.OK;
  }
}
