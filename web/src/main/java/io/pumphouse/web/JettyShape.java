package io.pumphouse.web;

import io.javalin.config.JettyConfig;
import io.pumphouse.web.access.BareErrors;
import io.pumphouse.web.access.Gate;
import io.pumphouse.web.live.LiveSocket;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ServerSocketChannel;
import java.util.EnumSet;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.LowResourceMonitor;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** How big Jetty is on a small machine: few threads, one selector, small buffers, one gate. */
final class JettyShape {
  private static final int MOST_THREADS = 6;
  private static final int FEWEST_THREADS = 3;
  private static final int IDLE_MILLIS = 60_000;
  private static final int HEADER_LIMIT = 8 * 1024;

  // A browser opens six; whoever opens them all and says nothing loses them after the idle time.
  static final int MOST_CONNECTIONS = 256;
  private static final int CONNECTION_IDLE_MILLIS = 20_000;

  // A stalled browser may hold this much of the kernel's memory, and is found out this early.
  private static final int SEND_BUFFER = 64 * 1024;

  private JettyShape() {}

  static void apply(
      JettyConfig jetty,
      ServerSocketChannel door,
      WebSettings settings,
      Wires wires,
      Gate gate,
      Filter socketDoor,
      LiveSocket socket) {
    jetty.threadPool = threads();
    jetty.addConnector((server, http) -> connector(server, http, door, wires));
    jetty.modifyServer(server -> shape(server, settings));
    jetty.modifyServletContextHandler(
        context -> {
          context.addFilter(gate, "/*", EnumSet.of(DispatcherType.REQUEST));
          context.addFilter(socketDoor, LiveSocket.PATH, EnumSet.of(DispatcherType.REQUEST));
          socket.addTo(context);
          context.setErrorHandler(new BareErrors());
        });
  }

  private static void shape(Server server, WebSettings settings) {
    server.setErrorHandler(new BareErrors());
    // It would look every second whether threads run out, to hang up on those who are quiet.
    server.getBeans(LowResourceMonitor.class).forEach(server::removeBean);
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
    if (!settings.basePath().isEmpty()) {
      server.insertHandler(new SubPath(settings.basePath()));
    }
  }

  private static QueuedThreadPool threads() {
    // Jetty's own queue asks the platform's management beans how long a cache line is, which loads
    // some two hundred classes for good.
    QueuedThreadPool threads =
        new QueuedThreadPool(
            MOST_THREADS, FEWEST_THREADS, IDLE_MILLIS, new LinkedBlockingQueue<>());
    threads.setName("web");
    threads.setReservedThreads(0);
    threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("web-ask-"));
    return threads;
  }

  private static ServerConnector connector(
      Server server, HttpConfiguration http, ServerSocketChannel door, Wires wires) {
    http.setRequestHeaderSize(HEADER_LIMIT);
    http.setSendServerVersion(false);
    ServerConnector connector =
        new ServerConnector(server, 0, 1, wires.factories(http).toArray(ConnectionFactory[]::new));
    connector.setAcceptedSendBufferSize(SEND_BUFFER);
    connector.setIdleTimeout(CONNECTION_IDLE_MILLIS);
    connector.addBean(new Patience(connector));
    try {
      connector.open(door);
    } catch (IOException e) {
      throw new UncheckedIOException("hand the open port to Jetty", e);
    }
    return connector;
  }
}
