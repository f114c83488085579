package io.pumphouse.agent.app;

import io.pumphouse.agent.blackbox.BlackBox;
import io.pumphouse.agent.clock.MachineAuthority;
import io.pumphouse.agent.clock.WallClock;
import io.pumphouse.agent.command.AsJson;
import io.pumphouse.agent.command.CommandSocket;
import io.pumphouse.agent.command.CommandTable;
import io.pumphouse.agent.command.Desk;
import io.pumphouse.agent.config.Config;
import io.pumphouse.agent.config.PumpConfig;
import io.pumphouse.agent.health.HealthBoard;
import io.pumphouse.agent.health.KeptOpen;
import io.pumphouse.agent.health.MachineWatch;
import io.pumphouse.agent.health.ServiceNotice;
import io.pumphouse.agent.insight.Analyst;
import io.pumphouse.agent.insight.StateWatch;
import io.pumphouse.agent.insight.Subject;
import io.pumphouse.agent.ledger.ClockWatch;
import io.pumphouse.agent.ledger.Event;
import io.pumphouse.agent.ledger.Ledger;
import io.pumphouse.agent.ledger.LinkWatch;
import io.pumphouse.agent.poll.AlarmBoard;
import io.pumphouse.agent.poll.Feed;
import io.pumphouse.agent.poll.Latest;
import io.pumphouse.agent.poll.LineBooks;
import io.pumphouse.agent.poll.Poller;
import io.pumphouse.agent.poll.Pollers;
import io.pumphouse.agent.poll.RegisterBook;
import io.pumphouse.agent.store.ReadingStore;
import io.pumphouse.agent.write.Guard;
import io.pumphouse.agent.write.Permit;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.Start;
import io.pumphouse.web.WebServer;
import io.pumphouse.web.WebSettings;
import io.pumphouse.web.api.AlarmJson;
import io.pumphouse.web.api.FrameJson;
import io.pumphouse.web.api.LineJson;
import io.pumphouse.web.api.StatusJson;
import io.pumphouse.web.api.WriteJson;
import io.pumphouse.web.model.Analysis;
import io.pumphouse.web.model.Days;
import io.pumphouse.web.model.Diagnostics;
import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.Health.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent: every room constructed once, started in order, closed in reverse. The bus comes first,
 * because some pumps raise an alarm when nobody asks them; nothing that fails to start after it can
 * stop it.
 */
public final class AgentApp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AgentApp.class);

  /** A person reads no faster, and a round of requests becomes one message. */
  private static final Duration LIVE_EVERY = Duration.ofSeconds(1);

  private final Path data;
  private final TimeSource time;
  private final WallClock clock;
  private final MachineWatch watch;
  private final List<Bus> buses;
  private final Pollers pollers;
  private final AlarmBoard alarms;
  private final ReadingStore store;
  private final Ledger ledger;
  private final WebServer web;
  private final KeptOpen webOpen;
  private final KeptOpen socketOpen;
  private final CommandSocket socket;
  private final ServiceNotice systemd;

  /**
   * An agent that does nothing yet.
   *
   * @param config what to do
   * @param data where to keep things
   */
  public AgentApp(Config config, Path data, Machine machine) {
    this.data = data;
    this.clock = new WallClock(machine.time(), MachineAuthority.here());
    this.time = clock;
    this.watch = new MachineWatch(data, new Days(config.site().zone()), time);
    this.systemd = new ServiceNotice(machine.notifySocket());
    this.store =
        new ReadingStore(
            data.resolve("readings.db"),
            machine.bootId(),
            config.store(),
            config.site().zone(),
            clock,
            time);
    this.ledger = new Ledger(data.resolve("ledger.db"), machine.bootId(), time);
    this.buses = Bus.of(config.pumps(), time);
    List<Latest.Post> posts = buses.stream().flatMap(bus -> bus.posts().stream()).toList();
    Latest latest = new Latest(posts, time);
    LineBooks lines =
        new LineBooks(buses.stream().flatMap(bus -> bus.seats().stream()).toList(), time);
    RegisterBook registers =
        new RegisterBook(posts.stream().map(Latest.Post::assignment).toList(), time);
    List<Subject> subjects =
        config.pumps().stream()
            .map(pump -> new Subject(pump.id(), pump.map(), pump.energy()))
            .toList();
    BlackBox blackBox = new BlackBox(ledger.recordings(), time);
    this.alarms =
        new AlarmBoard(
            posts.stream().map(Latest.Post::assignment).toList(),
            new RecordedAlarms(blackBox, ledger.alarms()),
            time);
    // The black box before the alarms, whose recordings then hold the sample that told of one;
    // the alarms before the readings, whose listeners then find both up to date.
    Feed feed =
        new Feed(
            List.of(
                blackBox,
                alarms,
                latest,
                registers,
                store,
                new LinkWatch(ledger, time),
                new StateWatch(subjects, ledger::note)));
    this.pollers =
        new Pollers(
            buses.stream()
                .map(bus -> new Poller(bus.place(), feed, ledger.quarantine(), time, new Random()))
                .toList());
    Health health =
        new HealthBoard(
            pollers::isPolling,
            List.of(
                latest::checks,
                alarms::checks,
                lines::checks,
                pollers::checks,
                feed::checks,
                this::checks,
                watch::checks));
    this.web =
        new WebServer(
            new WebSettings(
                config.web().listen().host(),
                config.web().listen().port(),
                config.web().maxClients(),
                LIVE_EVERY,
                Set.of()),
            config.site(),
            latest,
            alarms,
            store,
            health,
            new Diagnostics(lines, registers, lines),
            new Analysis(new Analyst(subjects, store, config.site()), ledger),
            time,
            CommandTable.version());
    this.webOpen = new KeptOpen("dashboard", () -> openWeb(config.web().listen().host()));
    Desk desk =
        new Desk(
            latest,
            alarms,
            health,
            pollers,
            new Guard(permits(config.pumps()), pollers, ledger::note, time),
            lines,
            lines,
            new AsJson(
                () -> StatusJson.of(health.report(), latest, alarms),
                AlarmJson::of,
                LineJson::of,
                FrameJson::of,
                WriteJson::of));
    CommandTable commands =
        new CommandTable((verb, _, _, terminal) -> verb.run(desk, terminal), List.of());
    this.socket = new CommandSocket(data.resolve(Shell.SOCKET), commands);
    this.socketOpen = new KeptOpen("local socket", socket::open);
  }

  private static Map<PumpId, Permit> permits(List<PumpConfig> pumps) {
    return pumps.stream()
        .collect(Collectors.toMap(PumpConfig::id, pump -> new Permit(pump.map(), pump.writes())));
  }

  /**
   * Starts everything that can start now, the bus first; the rest goes on trying. Returns how the
   * dashboard fared.
   */
  public Check start() {
    pollers.start();
    makeFolder();
    store.start();
    ledger.start();
    watch.start();
    clock.start(ledger.clock(), List.of(store, ledger), new ClockWatch(ledger));
    ledger.quarantine().recall(pollers::recall);
    ledger.alarms().recall(alarms::recall);
    ledger.note(new Event(time.now(), Event.Kind.AGENT_STARTED, "", CommandTable.version()));
    Check dashboard = webOpen.start();
    socketOpen.start();
    systemd.ready(
        buses.size()
            + (buses.size() == 1 ? " bus" : " buses")
            + ", dashboard: "
            + dashboard.cause());
    return dashboard;
  }

  /** Where it cannot be made, store, ledger and socket each say so and go on trying. */
  private void makeFolder() {
    try {
      Files.createDirectories(data);
    } catch (IOException failure) {
      LOG.warn("{}: the data folder cannot be made: {}", data, failure.toString());
    }
  }

  private List<Check> checks() {
    return List.of(
        store.check(), ledger.check(), clock.check(), webOpen.check(), socketOpen.check());
  }

  private Check openWeb(String host) {
    return switch (web.start()) {
      case Start.Started(int port) -> Check.well("dashboard", "http://" + host + ":" + port + "/");
      case Start.Failed(var cause, var next) -> Check.degraded("dashboard", cause, next);
    };
  }

  @Override
  public void close() {
    systemd.stopping();
    socketOpen.close();
    socket.close();
    webOpen.close();
    web.close();
    pollers.close();
    buses.forEach(Bus::close);
    clock.close();
    watch.close();
    store.close();
    ledger.note(new Event(time.now(), Event.Kind.AGENT_STOPPED, "", CommandTable.version()));
    ledger.close();
  }
}
