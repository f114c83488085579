package io.pumphouse.agent.publish.ship;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.config.InfluxConfig;
import io.pumphouse.agent.config.InfluxConfig.Place;
import io.pumphouse.agent.publish.influx.InfluxReceiver;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** InfluxDB 1.6 and VictoriaMetrics, as Debian has them. */
final class Databases {
  private Databases() {}

  static Daemon influx(Path folder, int port, boolean hasUsers) throws IOException {
    Path home = Files.createDirectories(folder.resolve("influx"));
    Path config =
        Files.writeString(
            folder.resolve("influx.conf"),
            """
            reporting-disabled = true
            bind-address = "127.0.0.1:%d"
            [meta]
            dir = "%3$s/meta"
            [data]
            dir = "%3$s/data"
            wal-dir = "%3$s/wal"
            [http]
            bind-address = "127.0.0.1:%2$d"
            auth-enabled = %4$s
            """
                .formatted(Daemon.freePort(), port, home, hasUsers));
    return Daemon.start(folder, port, "influxd", "-config", config.toString());
  }

  /**
   * VictoriaMetrics.
   *
   * @param more options
   */
  static Daemon victoria(Path folder, int port, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "victoria-metrics",
                "-storageDataPath=" + folder.resolve("vm"),
                "-httpListenAddr=127.0.0.1:" + port,
                "-retentionPeriod=100y",
                "-dedup.minScrapeInterval=1ms",
                "-search.latencyOffset=0s"));
    command.addAll(List.of(more));
    return Daemon.start(folder, port, command.toArray(String[]::new));
  }

  /** Passes on what is on a shelf to one of them that lets everybody in, or to who stands there. */
  static Loop loop(int port, Shelf shelf) {
    InfluxConfig config =
        new InfluxConfig(
            URI.create("http://127.0.0.1:" + port),
            new Place.Database("pumps"),
            "",
            "",
            "",
            false,
            true);
    return new Loop(
        new InfluxReceiver(config, Map.of(Shelf.HOUSE, InfluxServersTest.map())),
        shelf.outbox(),
        shelf.time,
        new Random(1));
  }

  /**
   * Asks one of them.
   *
   * @param form what to post; empty to get
   */
  static String ask(int port, String path, String form) throws IOException {
    HttpURLConnection http =
        (HttpURLConnection)
            URI.create("http://127.0.0.1:" + port + path.replace("[]", "%5B%5D"))
                .toURL()
                .openConnection();
    if (!form.isEmpty()) {
      http.setDoOutput(true);
      http.getOutputStream().write(form.replace(" ", "+").getBytes(UTF_8));
    }
    assertThat(http.getResponseCode()).as(path).isLessThan(300);
    return new String(http.getInputStream().readAllBytes(), UTF_8);
  }
}
