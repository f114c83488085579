package io.pumphouse.agent.publish.ship;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.pumphouse.agent.config.InfluxConfig;
import io.pumphouse.agent.config.InfluxConfig.Place;
import io.pumphouse.agent.publish.influx.InfluxReceiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that answers loads up to a number of lines at once, and larger ones never. */
final class SlowServerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  @TempDir private Path folder;
  private final AtomicInteger most = new AtomicInteger(100);
  private final List<Integer> loads = new CopyOnWriteArrayList<>();
  private Shelf shelf;
  private HttpServer server;
  private Loop loop;

  @BeforeEach
  void build() throws IOException {
    shelf = new Shelf(folder);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    InfluxConfig config =
        new InfluxConfig(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
            new Place.Database("pumps"),
            "",
            "",
            "",
            false,
            true);
    loop =
        new Loop(
            new InfluxReceiver(config, Map.of(Shelf.HOUSE, InfluxServersTest.map()), PATIENCE),
            shelf.outbox(),
            shelf.time,
            new Random(1));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (GZIPInputStream body = new GZIPInputStream(exchange.getRequestBody())) {
      int lines = (int) new String(body.readAllBytes(), UTF_8).lines().count();
      loads.add(lines);
      if (lines <= most.get()) {
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
      }
    }
  }

  @AfterEach
  void close() {
    loop.close();
    server.stop(0);
    shelf.close();
  }

  @Test
  void itIsAskedForLessUntilItKeepsUp() {
    shelf.hear(0, 400);
    loop.turn();
    assertThat(loop.check().cause()).contains("has not taken 400 readings within 1 s");
    assertThat(loop.check().next()).startsWith("nothing if it stops: fewer at once");
    loop.turn();
    loop.turn();

    assertThat(loads).containsExactly(400, 200, 100, 100, 100, 100);
    assertThat(loop.check().isWell()).isTrue();
  }

  @Test
  void onceItIsFastAgainLoadsGrow() {
    shelf.hear(0, 400);
    loop.turn();
    loop.turn();
    loop.turn();
    most.set(Integer.MAX_VALUE);
    loads.clear();
    for (int block = 1; block <= 5; block++) {
      shelf.hear(400 * block, 400);
    }
    loop.turn();

    assertThat(loads).hasSize(18).startsWith(100, 100).endsWith(100, 200, 200);
  }
}
