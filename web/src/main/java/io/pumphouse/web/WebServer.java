package io.pumphouse.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.access.Gate;
import io.pumphouse.web.api.Api;
import io.pumphouse.web.api.AskedSpan;
import io.pumphouse.web.live.Graphs;
import io.pumphouse.web.live.LiveSocket;
import io.pumphouse.web.model.Alarms;
import io.pumphouse.web.model.Analysis;
import io.pumphouse.web.model.Diagnostics;
import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.History;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.Site;
import io.pumphouse.web.page.Assets;
import io.pumphouse.web.page.Pages;
import java.nio.channels.ServerSocketChannel;

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
  private final TimeSource time;
  private final String version;
  private volatile State state = new State.Stopped();

  private sealed interface State {
    record Stopped() implements State {}

    record Running(Javalin javalin, LiveSocket socket) implements State {}

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
    this.time = time;
    this.version = version;
  }

  /** Listens and answers; if the port cannot be had, says why. Changes nothing while it runs. */
  public Start start() {
    if (state instanceof State.Running(Javalin javalin, _)) {
      return new Start.Started(javalin.port());
    }
    return switch (Door.open(settings.host(), settings.port())) {
      case Door.Outcome.Open(ServerSocketChannel door) -> run(door);
      case Door.Outcome.Shut(Start.Failed why) -> {
        state = new State.Broken(why);
        yield why;
      }
    };
  }

  /** Whether the server answers, for the health board. */
  public Health.Check check() {
    return switch (state) {
      case State.Running(Javalin javalin, LiveSocket socket) ->
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
    if (state instanceof State.Running(Javalin javalin, LiveSocket socket)) {
      socket.close();
      javalin.stop();
    }
    state = new State.Stopped();
  }

  private Start run(ServerSocketChannel door) {
    LiveSocket socket =
        new LiveSocket(
            live,
            alarms,
            time,
            version,
            settings.maxClients(),
            settings.liveEvery(),
            new Graphs(analysis.insight(), live, new AskedSpan(site, time), time));
    Javalin javalin = Javalin.create(config -> configure(config, door, socket));
    javalin.start();
    socket.open();
    state = new State.Running(javalin, socket);
    return new Start.Started(javalin.port());
  }

  private void configure(JavalinConfig config, ServerSocketChannel door, LiveSocket socket) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = Gate.BODY_LIMIT;
    config.http.prefer405over404 = true;
    config.http.compressionStrategy = CompressionStrategy.GZIP;
    JettyShape.apply(config.jetty, door, new Gate(settings.allowedHosts()), socket);
    Pages pages = new Pages(site, live, alarms, diagnostics, Assets.load(""), time, version);
    pages.addTo(config.routes);
    new Api(site, live, alarms, history, health, diagnostics, analysis, time).addTo(config.routes);
    new Errors(pages).addTo(config.routes);
  }
}
