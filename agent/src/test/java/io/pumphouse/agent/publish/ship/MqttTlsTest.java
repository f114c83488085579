package io.pumphouse.agent.publish.ship;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.config.MqttConfig;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mosquitto itself over TLS, with a certificate of an authority of the house. */
final class MqttTlsTest {
  @TempDir private Path folder;
  @TempDir private Path office;
  private final int plainPort = Daemon.freePort();
  private MqttHouse house;

  @BeforeEach
  void build() {
    house = new MqttHouse(folder);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whoeverIsToldOfTheAuthorityGetsThrough() throws Exception {
    Authority authority = new Authority(office).vouchFor("dns:localhost,ip:127.0.0.1");
    try (Daemon _ = broker(authority);
        Listener ear = new Listener(plainPort);
        Loop loop = loop(authority.certificate().toString())) {
      house.shelf.hear(0, 1);
      loop.turn();

      assertThat(ear.await(line -> line.contains("/history"))).contains("\"outdoor_temp\"");
      assertThat(loop.check().isWell()).isTrue();
    }
  }

  @Test
  void anAuthorityThatNobodyToldOfIsNotTrusted() throws Exception {
    Authority authority = new Authority(office).vouchFor("ip:127.0.0.1");
    try (Daemon _ = broker(authority);
        Loop loop = loop("")) {
      loop.turn();

      assertThat(loop.check().cause())
          .isEqualTo(
              "nobody whom this machine trusts vouches for the certificate of 127.0.0.1:"
                  + house.port);
      assertThat(loop.check().next()).contains("ca-file");
    }
  }

  @Test
  void aCertificateForAnotherNameIsRefused() throws Exception {
    Authority authority = new Authority(office).vouchFor("dns:elsewhere.example");
    try (Daemon _ = broker(authority);
        Loop loop = loop(authority.certificate().toString())) {
      loop.turn();

      assertThat(loop.check().cause())
          .startsWith("the certificate of 127.0.0.1:" + house.port + " does not fit: ")
          .contains("127.0.0.1 found");
      assertThat(loop.check().next()).startsWith("write a name that stands in it into url");
    }
  }

  @Test
  void aPortThatSpeaksNoTlsIsTold() throws Exception {
    Authority authority = new Authority(office).vouchFor("ip:127.0.0.1");
    try (Daemon _ = broker(authority);
        Loop loop = loop(plainPort, authority.certificate().toString())) {
      loop.turn();

      assertThat(loop.check().isWell()).isFalse();
      assertThat(loop.check().next()).contains("with TLS or without");
    }
  }

  private Daemon broker(Authority authority) throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("mosquitto.conf"),
            """
            persistence false
            user root
            allow_anonymous true
            listener %d 127.0.0.1
            listener %d 127.0.0.1
            certfile %s
            keyfile %s
            """
                .formatted(plainPort, house.port, authority.chain(), authority.key()));
    return Daemon.start(folder, house.port, "mosquitto", "-c", config.toString());
  }

  private Loop loop(String caFile) {
    return loop(house.port, caFile);
  }

  private Loop loop(int to, String caFile) {
    MqttConfig config =
        new MqttConfig(
            URI.create("mqtts://127.0.0.1:" + to),
            true,
            "",
            "",
            caFile,
            "house",
            "pumphouse",
            "homeassistant",
            true,
            false,
            true);
    return house.loop(config);
  }
}
