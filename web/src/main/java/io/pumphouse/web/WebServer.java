package io.pumphouse.web;

import io.javalin.Javalin;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.access.Gate;
import io.pumphouse.web.live.LiveSocket;
import io.pumphouse.web.model.Access;
import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.House;
import io.pumphouse.web.model.Sessions;
import io.pumphouse.web.route.Route;
import java.nio.channels.ServerSocketChannel;
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
  private final House house;
  private final Access access;
  private final TimeSource time;
  private final String version;
  private volatile State state = new State.Stopped();

  private sealed interface State {
    record Stopped() implements State {}

    record Running(Javalin javalin, Rooms rooms, Sessions.Subscription ended) implements State {}

    record Broken(Start.Failed why) implements State {}
  }

  /**
   * A server that does not listen yet.
   *
   * @param house what it shows, and takes orders for
   * @param access who may
   * @param version of the agent, shown on every page and told to every live client
   */
  public WebServer(
      WebSettings settings, House house, Access access, TimeSource time, String version) {
    this.settings = settings;
    this.house = house;
    this.access = access;
    this.time = time;
    this.version = version;
  }

  /** Listens and answers; if the port cannot be had, says why. Changes nothing while it runs. */
  public Start start() {
    if (state instanceof State.Running(Javalin javalin, _, _)) {
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

  private Start run(ServerSocketChannel door, Wires wires) {
    Rooms rooms = new Rooms(settings, house, access, time, version);
    LiveSocket socket = rooms.socket();
    Javalin javalin =
        Javalin.create(
            config -> {
              JavalinShape.apply(config);
              rooms.addTo(config.routes);
              JettyShape.apply(
                  config.jetty,
                  door,
                  settings,
                  wires,
                  new Gate(settings.allowedHosts(), settings.trustedProxies()),
                  rooms.beforeSocket(),
                  socket);
            });
    javalin.start();
    socket.open();
    state = new State.Running(javalin, rooms, access.sessions().whenEnded(endWatching(socket)));
    return new Start.Started(javalin.port());
  }

  /** A browser that was logged out, or a token that was revoked, is told no more. */
  private static Consumer<String> endWatching(LiveSocket socket) {
    return proof -> socket.end(client -> client.proof().equals(proof));
  }

  /** Whether the server answers, for the health board. */
  public Health.Check check() {
    return switch (state) {
      case State.Running(Javalin javalin, Rooms rooms, _) ->
          Health.Check.well(
              "web",
              "listening on %s:%d, %d live clients"
                  .formatted(settings.host(), javalin.port(), rooms.socket().clients()));
      case State.Broken(Start.Failed(String cause, String next)) ->
          Health.Check.degraded("web", cause, next);
      case State.Stopped() ->
          Health.Check.degraded("web", "not started", "wait, or see the log for why");
    };
  }

  /** Ends every connection and frees the port; closing again does nothing. */
  @Override
  public void close() {
    if (state instanceof State.Running(Javalin javalin, Rooms rooms, var ended)) {
      ended.close();
      rooms.socket().close();
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
    return state instanceof State.Running running ? running.rooms().table().routes() : List.of();
  }

  /** Where connections come in while it runs. */
  Stream<Connector> connectors() {
    return state instanceof State.Running(Javalin javalin, _, _)
        ? Arrays.stream(javalin.jettyServer().server().getConnectors())
        : Stream.empty();
  }
}
