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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that a server in trouble gives, and what is said to one of the second kind. */
final class InfluxAnswersTest {
  @TempDir private Path folder;
  private Shelf shelf;
  private HttpServer server;
  private Loop loop;
  private String words = "{\"error\":\"engine: disk full\"}";
  private final Deque<Integer> answers = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();

  @BeforeEach
  void build() throws IOException {
    shelf = new Shelf(folder);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    Path secret = Files.writeString(folder.resolve("token"), "t0k3n\n");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    InfluxConfig config =
        new InfluxConfig(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/base/"),
            new Place.Bucket("my org", "pumps"),
            "",
            secret.toString(),
            "",
            true,
            true);
    loop =
        new Loop(
            new InfluxReceiver(config, Map.of(Shelf.HOUSE, InfluxServersTest.map())),
            shelf.outbox(),
            shelf.time,
            new Random(1));
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(
        exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Authorization"));
    try (GZIPInputStream body = new GZIPInputStream(exchange.getRequestBody())) {
      bodies.add(new String(body.readAllBytes(), UTF_8));
    }
    byte[] text = words.getBytes(UTF_8);
    int status = answers.isEmpty() ? 204 : answers.removeFirst();
    exchange.sendResponseHeaders(status, status == 204 ? -1 : text.length);
    if (status != 204) {
      exchange.getResponseBody().write(text);
    }
    exchange.close();
  }

  @AfterEach
  void close() {
    loop.close();
    server.stop(0);
    shelf.close();
  }

  @Test
  void theSecondKindIsAskedByBucketAndToken() {
    shelf.hear(0, 1);
    loop.turn();

    assertThat(asked).containsExactly("/base/api/v2/write?org=my+org&bucket=pumps Token t0k3n");
  }

  @Test
  void thePredecessorsBoardsFindTheirSeries() {
    shelf.hear(-34, 1);
    loop.turn();

    assertThat(bodies)
        .containsExactly(
            "heatpump,name=outdoor_temp,register_id=30002,type=temperature,unit=°C value=-3.4 "
                + shelf.start.toEpochMilli()
                + "000000\n");
  }

  @Test
  void aFullServerIsAskedAgainWithTheSame() {
    answers.addAll(List.of(500, 503));
    shelf.hear(0, 3);
    loop.turn();
    assertThat(loop.check().cause()).contains("answers 500: engine: disk full");
    loop.turn();
    loop.turn();

    assertThat(bodies).hasSize(3).containsOnly(bodies.getFirst());
    assertThat(loop.check().isWell()).isTrue();
  }

  /** With words of InfluxDB 2; the JDK keeps those of a 401 to itself. */
  @Test
  void aTokenThatTheSecondKindRefusesIsToldAndNothingIsLost() {
    words = "{\"code\":\"unauthorized\",\"message\":\"unauthorized access\"}";
    answers.addAll(List.of(401, 403));
    shelf.hear(0, 3);
    loop.turn();
    assertThat(loop.check().cause()).contains(" answers 401").doesNotContain("t0k3n");
    assertThat(loop.check().next()).startsWith("check the user, and the secret in the file");
    loop.turn();
    assertThat(loop.check().cause()).contains(" answers 403: unauthorized access");
    loop.turn();

    assertThat(bodies).hasSize(3).containsOnly(bodies.getFirst());
    assertThat(loop.check().cause()).startsWith("3 readings sent");
  }

  @Test
  void aProxysWordOfAPartialWriteIsNotBelieved() {
    words = "{\"error\":\"partial write\"}";
    answers.add(502);
    shelf.hear(0, 3);
    loop.turn();
    loop.turn();

    assertThat(bodies).hasSize(2).containsOnly(bodies.getFirst());
    assertThat(loop.check().isWell()).isTrue();
  }

  @Test
  void whatIsTooLargeIsSentInSmallerPieces() {
    answers.add(413);
    shelf.hear(0, 101);
    loop.turn();
    loop.turn();

    assertThat(bodies.stream().map(body -> body.lines().count()))
        .containsExactly(101L, 50L, 50L, 1L);
  }

  @Test
  void aRedirectIsNotFollowedWithTheToken() {
    answers.add(302);
    shelf.hear(0, 1);
    loop.turn();

    assertThat(asked).hasSize(1);
    assertThat(loop.check().next()).contains("check url");
  }

  @Test
  void aTokenThatOthersCanReadIsNotSent() throws IOException {
    Files.setPosixFilePermissions(
        folder.resolve("token"), PosixFilePermissions.fromString("rw-r--r--"));
    shelf.hear(0, 1);
    loop.turn();

    assertThat(asked).isEmpty();
    assertThat(loop.check().cause()).contains("can be read by others");
    assertThat(loop.check().next()).startsWith("sudo chmod 600 ");
  }
}
