package io.pumphouse.agent.app;

import io.pumphouse.agent.config.Config;
import io.pumphouse.agent.config.ConsoleConfig;
import io.pumphouse.agent.config.Endpoint;
import io.pumphouse.agent.config.EnergyConfig;
import io.pumphouse.agent.config.GpioConfig;
import io.pumphouse.agent.config.PublishConfig;
import io.pumphouse.agent.config.PumpConfig;
import io.pumphouse.agent.config.StoreConfig;
import io.pumphouse.agent.config.WebConfig;
import io.pumphouse.agent.insight.Subject;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.TcpDoor;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.Wire;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.hal.sim.Faults;
import io.pumphouse.hal.sim.VirtualHeatPump;
import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.Site;
import io.pumphouse.web.model.Tariff;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The agent and a virtual pump on one real loopback line, with or without a past. */
public final class Demo implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final Duration LIVELY = Duration.ofSeconds(1);
  private static final Duration UPDATES_OF_AN_H1 = Duration.ofSeconds(10);

  /** About as many requests as a model of some fifty metrics needs for all of them. */
  private static final int REQUESTS = 50;

  private static final PumpId PUMP = new PumpId("demo");
  private static final StoreConfig STORE = new StoreConfig(Duration.ofSeconds(30));
  private static final int CLIENTS = 32;
  private static final Tariff PRICE =
      new Tariff("SEK", List.of(new Tariff.Rate(LocalTime.MIDNIGHT, 1.85)));

  private final ScratchFolder folder;
  private final TcpDoor door;
  private final AgentApp agent;

  private Demo(ScratchFolder folder, TcpDoor door, AgentApp agent) {
    this.folder = folder;
    this.door = door;
    this.agent = agent;
  }

  /**
   * What is to be shown.
   *
   * @param map the model
   * @param speed simulated seconds per second
   * @param port of the dashboard; 0 takes any free one
   * @param past how much history there is at the start; zero for none
   */
  public record Wish(RegisterMap map, double speed, int port, Duration past) {}

  /**
   * In a temporary folder. The virtual pump answers, its past is stored, the agent does not run
   * yet.
   *
   * @throws IOException when there is no place for its folder or its line
   */
  public static Demo open(Wish wish) throws IOException {
    return open(wish, ScratchFolder.make("pumphouse-demo"));
  }

  /**
   * The same in a folder that stays.
   *
   * @throws IOException also when there is something in the folder already
   */
  public static Demo openIn(Path folder, Wish wish) throws IOException {
    return open(wish, ScratchFolder.at(folder));
  }

  private static Demo open(Wish wish, ScratchFolder folder) throws IOException {
    try {
      TcpDoor door = door(wish, machine(wish, folder.path()));
      Config config = config(wish, wiring(door.port(), wire(wish.map())));
      return new Demo(
          folder,
          door,
          new AgentApp(
              config,
              folder.path().resolve("no-configuration"),
              folder.path(),
              Machine.here().withTrustedClock()));
    } catch (IOException failure) {
      folder.close();
      throw failure;
    }
  }

  /** The machine as it is now, with its past in the folder. */
  private static VirtualHeatPump machine(Wish wish, Path folder) throws IOException {
    TimeSource time = new SystemTime();
    VirtualHeatPump machine = VirtualPump.machine(wish.map(), time.wall().minus(wish.past()));
    if (!wish.past().isZero()) {
      Subject subject = new Subject(PUMP, wish.map(), EnergyConfig.UNSAID);
      new DemoPast(subject, STORE, site().zone(), folder, time).live(machine);
    }
    machine.advanceTo(time.wall());
    return machine;
  }

  private static TcpDoor door(Wish wish, VirtualHeatPump machine) throws IOException {
    VirtualPump pump =
        new VirtualPump(wish.map(), machine, wish.speed(), new Faults(1), new SystemTime());
    TcpDoor door = pump.door(LOOPBACK, 0, wire(wish.map()));
    if (door.open() instanceof Line.Broken(var cause, var next)) {
      throw new IOException(cause + "; " + next);
    }
    return door;
  }

  private static Wiring wiring(int port, Wire wire) {
    return switch (wire) {
      case TCP -> new Wiring.Tcp(LOOPBACK, port);
      case HUSDATA_H66 -> new Wiring.Http(LOOPBACK, port);
      case RTU, RTU_OVER_TCP, REGO, HUSDATA_H1 -> new Wiring.RtuOverTcp(LOOPBACK, port);
    };
  }

  private static Config config(Wish wish, Wiring wiring) {
    Model model = wish.map().model();
    return new Config(
        site(),
        List.of(
            new PumpConfig(
                PUMP, wish.map(), wiring, 1, model.answerWithin(), poll(model), Map.of())),
        STORE,
        WebConfig.onlyHere(new Endpoint(LOOPBACK, wish.port()), CLIENTS),
        GpioConfig.NONE,
        PublishConfig.NONE,
        ConsoleConfig.NONE);
  }

  private static Site site() {
    return new Site("Demo", ZoneId.systemDefault(), PRICE);
  }

  private static Wire wire(RegisterMap map) {
    List<Wire> wires = map.model().wires().stream().sorted().toList();
    return wires.contains(Wire.TCP) ? Wire.TCP : wires.getFirst();
  }

  /** As lively as the model's own pace allows. */
  private static Duration poll(Model model) {
    if (model.wires().contains(Wire.HUSDATA_H1)) {
      return UPDATES_OF_AN_H1;
    }
    Duration round = model.pause().multipliedBy(REQUESTS);
    return round.compareTo(LIVELY) > 0 ? round : LIVELY;
  }

  /** Where the agent keeps its files and its socket. */
  public Path folder() {
    return folder.path();
  }

  /** Where the virtual pump answers, for a look with any other program. */
  public String line() {
    return LOOPBACK + ":" + door.port();
  }

  /** Starts the agent; returns how its dashboard fared. */
  public Check start() {
    return agent.start();
  }

  @Override
  public void close() {
    agent.close();
    door.close();
    folder.close();
  }
}
