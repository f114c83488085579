package io.pumphouse.agent.publish.ship;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.pumphouse.agent.config.InfluxConfig;
import io.pumphouse.agent.config.InfluxConfig.Place;
import io.pumphouse.agent.publish.influx.InfluxReceiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Line protocol over HTTPS, to a server with a certificate of an authority of the house. */
final class InfluxTlsTest {
  @TempDir private Path folder;
  @TempDir private Path office;
  @TempDir private Path otherOffice;
  private final List<Integer> clients = new CopyOnWriteArrayList<>();
  private Shelf shelf;

  @BeforeEach
  void build() {
    shelf = new Shelf(folder);
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  @Test
  void whoeverIsToldOfTheAuthorityGetsThroughAndStaysConnected() throws Exception {
    Authority authority = new Authority(office).vouchFor("dns:localhost,ip:127.0.0.1");
    HttpsServer server = server(authority);
    try (Loop loop = loop(server, authority.certificate().toString())) {
      shelf.hear(0, 1);
      loop.turn();
      shelf.hear(1, 1);
      loop.turn();

      assertThat(loop.check().isWell()).isTrue();
      assertThat(clients).hasSize(2).containsOnly(clients.getFirst()); // one connection
    } finally {
      server.stop(0);
    }
  }

  @Test
  void anAuthorityThatNobodyToldOfIsNotTrusted() throws Exception {
    Authority authority = new Authority(office).vouchFor("ip:127.0.0.1");
    HttpsServer server = server(authority);
    try (Loop loop = loop(server, "")) {
      shelf.hear(0, 1);
      loop.turn();

      assertThat(clients).isEmpty();
      assertThat(loop.check().cause())
          .startsWith("nobody whom this machine trusts vouches for the certificate of 127.0.0.1:");
      assertThat(loop.check().next()).contains("ca-file");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aCertificateForAnotherNameIsRefused() throws Exception {
    Authority authority = new Authority(office).vouchFor("dns:elsewhere.example");
    HttpsServer server = server(authority);
    try (Loop loop = loop(server, authority.certificate().toString())) {
      shelf.hear(0, 1);
      loop.turn();

      assertThat(clients).isEmpty();
      assertThat(loop.check().cause()).contains("does not fit: ").contains("127.0.0.1 found");
      assertThat(loop.check().next()).startsWith("write a name that stands in it into url");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aCertificateThatHasRunOutIsRefused() throws Exception {
    Authority authority =
        new Authority(office).vouchFor("ip:127.0.0.1", "-startdate", "-10d", "-validity", "5");
    HttpsServer server = server(authority);
    try (Loop loop = loop(server, authority.certificate().toString())) {
      shelf.hear(0, 1);
      loop.turn();

      assertThat(clients).isEmpty();
      assertThat(loop.check().cause()).contains("does not hold today");
      assertThat(loop.check().next()).startsWith("renew it there");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aChangedFileIsReadAgain() throws Exception {
    Authority authority = new Authority(office).vouchFor("ip:127.0.0.1");
    Path trusted = Files.copy(authority.certificate(), folder.resolve("ca.crt"));
    HttpsServer server = server(authority);
    try (Loop loop = loop(server, trusted.toString())) {
      shelf.hear(0, 1);
      loop.turn();
      assertThat(loop.check().isWell()).isTrue();

      Files.writeString(trusted, Files.readString(new Authority(otherOffice).certificate()));
      shelf.hear(1, 1);
      loop.turn();
      assertThat(loop.check().cause()).startsWith("nobody whom this machine trusts");

      Files.writeString(trusted, Files.readString(authority.certificate()));
      loop.turn();
      assertThat(loop.check().isWell()).isTrue();
    } finally {
      server.stop(0);
    }
  }

  private HttpsServer server(Authority authority) throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(authority.context()));
    server.createContext("/", this::answer);
    server.start();
    return server;
  }

  private void answer(HttpExchange exchange) throws IOException {
    clients.add(exchange.getRemoteAddress().getPort());
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private Loop loop(HttpsServer server, String caFile) {
    InfluxConfig config =
        new InfluxConfig(
            URI.create("https://127.0.0.1:" + server.getAddress().getPort()),
            new Place.Database("pumps"),
            "",
            "",
            caFile,
            false,
            true);
    return new Loop(
        new InfluxReceiver(config, Map.of(Shelf.HOUSE, InfluxServersTest.map())),
        shelf.outbox(),
        shelf.time,
        new Random(1));
  }
}
