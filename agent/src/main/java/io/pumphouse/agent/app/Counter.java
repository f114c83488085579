package io.pumphouse.agent.app;

import io.pumphouse.agent.command.CommandSocket;
import io.pumphouse.agent.command.CommandTable;
import io.pumphouse.agent.command.Desk;
import io.pumphouse.agent.command.Premises;
import io.pumphouse.agent.command.Restarting;
import io.pumphouse.agent.command.Terminal;
import io.pumphouse.agent.config.Config;
import io.pumphouse.agent.config.ConsoleConfig;
import io.pumphouse.agent.console.ConsoleRoom;
import io.pumphouse.agent.health.KeptOpen;
import io.pumphouse.agent.ledger.Event;
import io.pumphouse.agent.network.NetworkRoom;
import io.pumphouse.agent.scan.Scan;
import io.pumphouse.agent.scan.ScanVerb;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Access;
import io.pumphouse.web.model.Health.Check;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where people type: the local socket, and the consoles. */
final class Counter implements AutoCloseable {
  private static final Path MAPS = Path.of("/etc/pumphouse");

  private final ConsoleRoom consoles;
  private final NetworkRoom network;
  private final Desk desk;
  private final CommandTable commands;
  private final CommandSocket socket;
  private final KeptOpen socketOpen;

  /** How a desk is furnished, once it is known what else stands here. */
  @FunctionalInterface
  interface Furnishing {
    Desk with(Premises premises);
  }

  Counter(
      Config config,
      Access access,
      Consumer<Event> events,
      TimeSource time,
      Path data,
      Restarting restarting,
      Furnishing furnishing) {
    ConsoleConfig console = config.console();
    String site = config.site().name();
    List<Line> ports = console.ports().stream().map(port -> Lines.to(port, time)).toList();
    String greeting = "Pumphouse " + CommandTable.version() + ", " + site;
    this.consoles =
        new ConsoleRoom(
            ports,
            greeting,
            console.isPresenceEnough(),
            console.idle(),
            () -> List.of(scan(config, time)),
            access,
            events,
            time);
    this.network = new NetworkRoom("nmcli", data, events, time);
    this.desk = furnishing.with(new Premises(site, consoles, network, restarting));
    this.commands = new CommandTable((verb, _, _, terminal) -> verb.run(desk, terminal), List.of());
    this.socket = new CommandSocket(data.resolve(Shell.SOCKET), commands);
    this.socketOpen = new KeptOpen("local socket", socket::open);
  }

  /** A look at a line that no pump has, and that is not the console's own. */
  private static ScanVerb scan(Config config, TimeSource time) {
    Set<String> taken =
        Stream.concat(
                config.pumps().stream().map(pump -> pump.wiring().name()),
                config.console().ports().stream().map(Wiring::name))
            .collect(Collectors.toSet());
    return new ScanVerb(
        () -> new Scan(MapShelf.beside(MAPS).sound(), wiring -> Lines.to(wiring, time), time),
        taken);
  }

  /** What a command prints, for the bundle. */
  String said(List<String> typed) {
    StringWriter paper = new StringWriter();
    PrintWriter out = new PrintWriter(paper);
    int unused = commands.execute(typed, new Terminal(out, out, "doctor"));
    return paper.toString();
  }

  void open() {
    network.start();
    socketOpen.start();
    consoles.start(desk);
  }

  Stream<Check> checks() {
    return Stream.concat(Stream.of(socketOpen.check()), consoles.checks().stream());
  }

  @Override
  public void close() {
    consoles.close();
    network.close();
    socketOpen.close();
    socket.close();
  }
}
