package io.pumphouse.agent.app;

import io.pumphouse.agent.config.Config;
import io.pumphouse.agent.config.ConfigFile;
import io.pumphouse.agent.config.Loaded;
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
 * real start does and nothing else: it reads a configuration, asks a pump that lives in another
 * process, and is looked at through bare sockets, because an HTTP client would bring some five
 * hundred classes that the agent never uses.
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

  private final String pump;
  private final ConfigFile configurations;

  /**
   * A rehearsal that has not been played.
   *
   * @param pump host and port of a NIBE S1255 on Modbus TCP
   */
  public Rehearsal(String pump, ConfigFile configurations) {
    this.pump = pump;
    this.configurations = configurations;
  }

  /** Plays it once; throws what went wrong, for then there is nothing to archive. */
  public void play() throws IOException {
    try (ScratchFolder folder = ScratchFolder.make("pumphouse-rehearsal");
        AgentApp agent =
            new AgentApp(configuration(folder.path()), folder.path(), Machine.here())) {
      Check dashboard = agent.start();
      if (!dashboard.isWell()) {
        throw new IOException("rehearsal: " + dashboard.cause());
      }
      look(URI.create(dashboard.cause()));
    }
  }

  private Config configuration(Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("pumphouse.yaml"),
            """
            site: {name: Rehearsal, time-zone: UTC}
            pumps:
              - id: demo
                model: nibe-s1255
                line: {tcp: "%s", unit: 1}
                poll-interval: 1s
                intervals: {outdoor_temp: 1m}
            store: {commit-interval: 30s}
            web: {listen: "127.0.0.1:0"}
            """
                .formatted(pump));
    return switch (configurations.read(file)) {
      case Loaded.Valid(Config config) -> config;
      case Loaded.Wrong(var problems) -> throw new IOException("rehearsal: " + problems);
    };
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
