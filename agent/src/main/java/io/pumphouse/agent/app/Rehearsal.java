package io.pumphouse.agent.app;

import io.pumphouse.agent.config.ConfigFile;
import io.pumphouse.agent.config.Loaded;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.web.model.Health.Check;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Scanner;

/**
 * One short life of the whole agent, looked at from outside: what the JVM loads in it goes into the
 * class archive that later starts use. Part of installing, never of running.
 *
 * <p>Every class of the archive is loaded at every start, needed or not. So a rehearsal does what a
 * real start does, reading a configuration included, and looks at it through bare sockets: an HTTP
 * client would bring some five hundred classes that the agent never uses.
 */
public final class Rehearsal {
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

  private Rehearsal() {}

  /** Plays it once; throws what went wrong, for then there is nothing to archive. */
  public static void play(RegisterMap map, ConfigFile configurations) throws IOException {
    readConfiguration(map, configurations);
    try (Demo demo = new Demo(map, 1, 0)) {
      Check dashboard = demo.start();
      if (!dashboard.isWell()) {
        throw new IOException("rehearsal: " + dashboard.cause());
      }
      look(URI.create(dashboard.cause()));
    }
  }

  /** A demo has its configuration from nowhere; a real start reads a file before all else. */
  private static void readConfiguration(RegisterMap map, ConfigFile configurations)
      throws IOException {
    Path file = Files.createTempFile("pumphouse-rehearsal", ".yaml");
    try {
      Files.writeString(
          file,
          """
          site: {name: Rehearsal, time-zone: UTC}
          pumps:
            - id: demo
              model: %s
              line: {tcp: "127.0.0.1:502", unit: 1}
              poll-interval: 5s
              intervals: {outdoor_temp: 1m}
          store: {commit-interval: 30s}
          web: {listen: "127.0.0.1:8080"}
          """
              .formatted(map.model().id()));
      if (configurations.read(file) instanceof Loaded.Wrong(var problems)) {
        throw new IOException("rehearsal: " + problems);
      }
    } finally {
      Files.delete(file);
    }
  }

  private static void look(URI dashboard) throws IOException {
    try (Socket live = ask(dashboard, "/ws/live", AS_A_SOCKET)) {
      Scanner told = new Scanner(live.getInputStream(), StandardCharsets.UTF_8);
      for (int message = 0; message < MESSAGES; message++) {
        if (told.findWithinHorizon(NEWS, 0) == null) {
          throw new IOException("rehearsal: nothing came over the live socket");
        }
      }
      for (String path : LOOKS) {
        try (Socket page = ask(dashboard, path, AS_A_BROWSER)) {
          page.getInputStream().readAllBytes();
        }
      }
    }
  }

  private static Socket ask(URI dashboard, String path, String headers) throws IOException {
    Socket socket = new Socket(dashboard.getHost(), dashboard.getPort());
    socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
    String request =
        "GET %s HTTP/1.1\r\nHost: %s\r\n%s\r\n".formatted(path, dashboard.getAuthority(), headers);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }
}
