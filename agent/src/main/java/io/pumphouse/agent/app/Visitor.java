package io.pumphouse.agent.app;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Scanner;

/**
 * A browser that looks at everything once, as bare sockets: the agent of a rehearsal loads what a
 * browser makes it load, and the JVM keeps that in the class archive which later starts use. Part
 * of installing, never of running.
 */
public final class Visitor {
  private static final List<String> LOOKS =
      List.of(
          "/", "/healthz", "/api/v1/pumps", "/api/v1/pumps/demo", "/api/v1/pumps/demo/readings");
  private static final String AS_A_BROWSER = "Accept-Encoding: gzip\r\nConnection: close\r\n";
  private static final String AS_A_SOCKET =
      """
      Upgrade: websocket\r
      Connection: Upgrade\r
      Sec-WebSocket-Version: 13\r
      Sec-WebSocket-Key: cHVtcGhvdXNlIHJlaGVhcg==\r
      """;
  private static final String NEWS = "\"type\":\"readings\"";
  private static final int MESSAGES = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI dashboard;

  /**
   * A visitor that has not looked yet.
   *
   * @param dashboard where the agent listens
   */
  public Visitor(URI dashboard) {
    this.dashboard = dashboard;
  }

  /** Looks once; throws what went wrong, for then there is nothing to archive. */
  public void look() throws IOException {
    try (Socket live = ask("/ws/live", AS_A_SOCKET)) {
      Scanner told = new Scanner(live.getInputStream(), StandardCharsets.UTF_8);
      for (int message = 0; message < MESSAGES; message++) {
        if (told.findWithinHorizon(NEWS, 0) == null) {
          throw new IOException("rehearsal: nothing came over the live socket");
        }
      }
      for (String path : LOOKS) {
        try (Socket page = ask(path, AS_A_BROWSER)) {
          page.getInputStream().readAllBytes();
        }
      }
    }
  }

  private Socket ask(String path, String headers) throws IOException {
    Socket socket = new Socket(dashboard.getHost(), dashboard.getPort());
    socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
    String request =
        "GET %s HTTP/1.1\r\nHost: %s\r\n%s\r\n".formatted(path, dashboard.getAuthority(), headers);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }
}
