package io.pumphouse.agent.app;

import io.pumphouse.agent.config.Config;
import io.pumphouse.agent.config.Endpoint;
import io.pumphouse.agent.config.PumpConfig;
import io.pumphouse.agent.config.StoreConfig;
import io.pumphouse.agent.config.WebConfig;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.TcpDoor;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.Wire;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.sim.Faults;
import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.Site;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The agent and a virtual pump on one real loopback line, in a folder that is gone afterwards. */
public final class Demo implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final Duration LIVELY = Duration.ofSeconds(1);
  private static final Duration UPDATES_OF_AN_H1 = Duration.ofSeconds(10);

  /** About as many requests as a model of some fifty metrics needs for all of them. */
  private static final int REQUESTS = 50;

  private static final Duration COMMIT = Duration.ofSeconds(30);
  private static final int CLIENTS = 32;

  private final ScratchFolder folder;
  private final TcpDoor door;
  private final AgentApp agent;

  private Demo(ScratchFolder folder, TcpDoor door, AgentApp agent) {
    this.folder = folder;
    this.door = door;
    this.agent = agent;
  }

  /**
   * The virtual pump answers, the agent does not run yet.
   *
   * @param speed simulated seconds per second
   * @param port of the dashboard; 0 takes any free one
   * @throws IOException when there is no place for its folder or its line
   */
  public static Demo open(RegisterMap map, double speed, int port) throws IOException {
    boolean isTcp = map.model().wires().contains(Wire.TCP);
    Wire wire =
        isTcp
            ? Wire.TCP
            : map.model().wires().stream().min(Comparator.naturalOrder()).orElseThrow();
    TcpDoor door =
        new VirtualPump(map, speed, new Faults(1), new SystemTime()).door(LOOPBACK, 0, wire);
    if (door.open() instanceof Line.Broken(var cause, var next)) {
      throw new IOException(cause + "; " + next);
    }
    Wiring wiring =
        isTcp
            ? new Wiring.Tcp(LOOPBACK, door.port())
            : new Wiring.RtuOverTcp(LOOPBACK, door.port());
    ScratchFolder folder = ScratchFolder.make("pumphouse-demo");
    AgentApp agent =
        new AgentApp(config(map, wiring, port), folder.path(), Machine.here().withTrustedClock());
    return new Demo(folder, door, agent);
  }

  private static Config config(RegisterMap map, Wiring wiring, int port) {
    return new Config(
        new Site("Demo", ZoneId.systemDefault()),
        List.of(
            new PumpConfig(
                new PumpId("demo"),
                map,
                wiring,
                1,
                map.model().answerWithin(),
                poll(map.model()),
                Map.of())),
        new StoreConfig(COMMIT),
        WebConfig.onlyHere(new Endpoint(LOOPBACK, port), CLIENTS));
  }

  /** As lively as the model's own pace allows. */
  private static Duration poll(Model model) {
    if (model.wires().contains(Wire.HUSDATA_H1)) {
      return UPDATES_OF_AN_H1;
    }
    Duration round = model.pause().multipliedBy(REQUESTS);
    return round.compareTo(LIVELY) > 0 ? round : LIVELY;
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
