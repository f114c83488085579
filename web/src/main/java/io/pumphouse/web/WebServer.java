package io.pumphouse.web;

import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.access.AccessRoutes;
import io.pumphouse.web.access.Doors;
import io.pumphouse.web.access.Entrance;
import io.pumphouse.web.access.Gate;
import io.pumphouse.web.analysis.AnalysisPages;
import io.pumphouse.web.api.Api;
import io.pumphouse.web.api.AskedSpan;
import io.pumphouse.web.api.OpenApi;
import io.pumphouse.web.api.Prometheus;
import io.pumphouse.web.backup.BackupPages;
import io.pumphouse.web.data.DataPages;
import io.pumphouse.web.live.Graphs;
import io.pumphouse.web.live.LiveSocket;
import io.pumphouse.web.log.LogPages;
import io.pumphouse.web.model.Access;
import io.pumphouse.web.model.Alarms;
import io.pumphouse.web.model.Analysis;
import io.pumphouse.web.model.Appliance;
import io.pumphouse.web.model.Backups;
import io.pumphouse.web.model.Diagnostics;
import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.History;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.Sessions;
import io.pumphouse.web.model.Site;
import io.pumphouse.web.model.Writes;
import io.pumphouse.web.order.OrderPages;
import io.pumphouse.web.order.PinPages;
import io.pumphouse.web.page.Assets;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.route.Route;
import io.pumphouse.web.route.RouteTable;
import io.pumphouse.web.setting.SettingsPages;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Connector;

/**
 * The dashboard, the JSON API and the live socket, on one port. Starting may fail and be tried
 * again; closing ends every connection. Start and close from one thread; {@link #check()} from any.
 */
public final class WebServer implements AutoCloseable {
  private final WebSettings settings;
  private final Site site;
  private final LiveReadings live;
  private final Alarms alarms;
  private final History history;
  private final Health health;
  private final Diagnostics diagnostics;
  private final Analysis analysis;
  private final Writes writes;
  private final Backups backups;
  private final Appliance appliance;
  private final Access access;
  private final TimeSource time;
  private final String version;
  private volatile State state = new State.Stopped();

  private sealed interface State {
    record Stopped() implements State {}

    record Running(
        Javalin javalin, LiveSocket socket, RouteTable table, Sessions.Subscription ended)
        implements State {}

    record Broken(Start.Failed why) implements State {}
  }

  /**
   * @param version of the agent, shown on every page and told to every live client
   */
  public WebServer(
      WebSettings settings,
      Site site,
      LiveReadings live,
      Alarms alarms,
      History history,
      Health health,
      Diagnostics diagnostics,
      Analysis analysis,
      Writes writes,
      Backups backups,
      Appliance appliance,
      Access access,
      TimeSource time,
      String version) {
    this.settings = settings;
    this.site = site;
    this.live = live;
    this.alarms = alarms;
    this.history = history;
    this.health = health;
    this.diagnostics = diagnostics;
    this.analysis = analysis;
    this.writes = writes;
    this.backups = backups;
    this.appliance = appliance;
    this.access = access;
    this.time = time;
    this.version = version;
  }

  /** Listens and answers; if the port cannot be had, says why. Changes nothing while it runs. */
  public Start start() {
    if (state instanceof State.Running(Javalin javalin, _, _, _)) {
      return new Start.Started(javalin.port());
    }
    return switch (Wires.of(settings)) {
      case Wires.Broken(Start.Failed why) -> broken(why);
      case Wires wires -> listen(wires);
    };
  }

  private Start listen(Wires wires) {
    return switch (Door.open(settings.host(), settings.port())) {
      case Door.Outcome.Open(ServerSocketChannel door) -> run(door, wires);
      case Door.Outcome.Shut(Start.Failed why) -> broken(why);
    };
  }

  private Start broken(Start.Failed why) {
    state = new State.Broken(why);
    return why;
  }

  /** Whether the server answers, for the health board. */
  public Health.Check check() {
    return switch (state) {
      case State.Running(Javalin javalin, LiveSocket socket, _, _) ->
          Health.Check.well(
              "web",
              "listening on %s:%d, %d live clients"
                  .formatted(settings.host(), javalin.port(), socket.clients()));
      case State.Broken(Start.Failed(String cause, String next)) ->
          Health.Check.degraded("web", cause, next);
      case State.Stopped() ->
          Health.Check.degraded("web", "not started", "wait, or see the log for why");
    };
  }

  /** Ends every connection and frees the port; closing again does nothing. */
  @Override
  public void close() {
    if (state instanceof State.Running(Javalin javalin, LiveSocket socket, _, var ended)) {
      ended.close();
      socket.close();
      javalin.stop();
    }
    state = new State.Stopped();
  }

  /** Whether there are as many connections as it takes, so that nobody else gets in. */
  public boolean isFull() {
    return connectors()
        .anyMatch(each -> each.getConnectedEndPoints().size() >= JettyShape.MOST_CONNECTIONS);
  }

  /** Every address there is while it runs. */
  Collection<Route> routes() {
    return state instanceof State.Running running ? running.table().routes() : List.of();
  }

  /** Where connections come in while it runs. */
  Stream<Connector> connectors() {
    return state instanceof State.Running(Javalin javalin, _, _, _)
        ? Arrays.stream(javalin.jettyServer().server().getConnectors())
        : Stream.empty();
  }

  private Start run(ServerSocketChannel door, Wires wires) {
    LiveSocket socket =
        new LiveSocket(
            live,
            alarms,
            analysis.events(),
            backups,
            appliance.logs(),
            time,
            version,
            settings.maxClients(),
            this::liveEvery,
            new Graphs(analysis.insight(), live, new AskedSpan(site, time), time),
            client -> access.isGood(client.proof()));
    Assets assets = Assets.load(settings.basePath());
    Pages pages =
        new Pages(
            site,
            live,
            alarms,
            history,
            health,
            diagnostics,
            analysis,
            backups,
            appliance.settings(),
            assets,
            time,
            version);
    Entrance entrance = new Entrance(access, settings.isReadingOpen(), settings.isExposed());
    RouteTable table = table(pages, entrance, socket);
    Doors doors = new Doors(entrance, pages);
    Javalin javalin =
        Javalin.create(
            config -> {
              JavalinShape.apply(config);
              table.routes().forEach(route -> config.routes.addEndpoint(endpoint(route, doors)));
              new Errors(pages).addTo(config.routes);
              JettyShape.apply(
                  config.jetty,
                  door,
                  settings,
                  wires,
                  new Gate(settings.allowedHosts(), settings.trustedProxies()),
                  doors.beforeServlet(table.at(HandlerType.GET, LiveSocket.PATH)),
                  socket);
            });
    javalin.start();
    socket.open();
    state =
        new State.Running(javalin, socket, table, access.sessions().whenEnded(endWatching(socket)));
    return new Start.Started(javalin.port());
  }

  /** As set now, and never more often than the server was made for. */
  private Duration liveEvery() {
    Duration set = appliance.settings().refreshInterval();
    return set.compareTo(settings.liveEvery()) > 0 ? set : settings.liveEvery();
  }

  /** A browser that was logged out, or a token that was revoked, is told no more. */
  private static Consumer<String> endWatching(LiveSocket socket) {
    return proof -> socket.end(client -> client.proof().equals(proof));
  }

  /** Every address there is. */
  private RouteTable table(Pages pages, Entrance entrance, LiveSocket socket) {
    RouteTable table = new RouteTable();
    pages.addTo(table);
    new Api(
            site,
            live,
            alarms,
            history,
            health,
            diagnostics,
            analysis,
            writes,
            backups,
            appliance,
            time)
        .addTo(table);
    new Prometheus(live, alarms, health, version).addTo(table, settings.areMetricsOpen());
    new AnalysisPages(pages, live, diagnostics.registers(), analysis.insight(), site, time)
        .addTo(table);
    new OpenApi(table, version, settings.basePath()).addTo(table);
    new OrderPages(pages, live, diagnostics.registers(), writes).addTo(table);
    new PinPages(pages, diagnostics.pins()).addTo(table);
    new DataPages(pages, live, diagnostics, analysis.storage(), health, site.zone(), time)
        .addTo(table);
    new BackupPages(pages, backups, health, site.zone(), time).addTo(table);
    new SettingsPages(pages, appliance, backups).addTo(table);
    new LogPages(pages, appliance.logs()).addTo(table);
    socket.addTo(table);
    new AccessRoutes(entrance, socket, pages, settings.basePath(), site.zone()).addTo(table);
    return table;
  }

  private static Endpoint endpoint(Route route, Doors doors) {
    return new Endpoint(route.method(), route.path(), doors.before(route));
  }
}
