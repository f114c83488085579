package io.pumphouse.web.live;

import io.javalin.http.HttpStatus;
import io.pumphouse.web.api.Problem;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.ee10.websocket.server.JettyServerUpgradeRequest;
import org.eclipse.jetty.ee10.websocket.server.JettyServerUpgradeResponse;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServlet;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServletFactory;

/**
 * The way in to the live socket, with the limits that Jetty leaves open. It stands beside Javalin's
 * own WebSocket support, which makes an HTTP session for every connection, drops the body of a
 * refusal, and hides the pongs that tell a phone that left from one that is silent.
 */
final class LiveServlet extends JettyWebSocketServlet {
  private static final long serialVersionUID = 1;
  private static final int LONGEST_MESSAGE = 4096;
  private static final int FRAMES_ON_THEIR_WAY = 8;
  private static final Duration IDLE_LIMIT = Dispatcher.PING_EVERY.multipliedBy(3);

  private final transient LiveSocket clients;

  LiveServlet(LiveSocket clients) {
    this.clients = clients;
  }

  @Override
  protected void configure(JettyWebSocketServletFactory sockets) {
    sockets.setMaxTextMessageSize(LONGEST_MESSAGE);
    sockets.setMaxBinaryMessageSize(LONGEST_MESSAGE);
    sockets.setMaxOutgoingFrames(FRAMES_ON_THEIR_WAY);
    sockets.setIdleTimeout(IDLE_LIMIT);
    sockets.setCreator(this::connection);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      response.setHeader("Upgrade", "websocket");
      Problem.of(HttpStatus.UPGRADE_REQUIRED, "this address speaks WebSocket only")
          .answer(response);
    } else if (clients.isFull()) {
      Problem.of(
              HttpStatus.SERVICE_UNAVAILABLE,
              "all live connections are taken; close one and try again")
          .answer(response);
    } else {
      super.service(request, response);
    }
  }

  private Connection connection(
      JettyServerUpgradeRequest request, JettyServerUpgradeResponse response) {
    response.setExtensions(List.of()); // Compression would cost each client a quarter megabyte.
    return new Connection(clients, Newcomer.of(request.getHttpServletRequest()));
  }
}
