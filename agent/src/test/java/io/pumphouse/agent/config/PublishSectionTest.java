package io.pumphouse.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.config.InfluxConfig.Place;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PublishSectionTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
  }

  @Test
  void withoutItNobodyGetsAnything() {
    assertThat(desk.config(Desk.ONE_PUMP).publish()).isEqualTo(PublishConfig.NONE);
  }

  @Test
  void anAddressAndADatabaseAreEnough() {
    assertThat(influx("{url: 'http://192.0.2.20:8086', database: heatpump}"))
        .isEqualTo(
            new InfluxConfig(
                URI.create("http://192.0.2.20:8086"),
                new Place.Database("heatpump"),
                "",
                "",
                "",
                false,
                false));
  }

  @Test
  void aBucketHasAnOrganisation() {
    assertThat(influx("{url: 'https://i.example/x', bucket: b, org: o, token-file: /t}").place())
        .isEqualTo(new Place.Bucket("o", "b"));
    assertThat(problem("{url: 'https://i.example/x', bucket: b}"))
        .contains("publish.influx.org: found nothing");
  }

  @Test
  void aUserHasAPassword() {
    assertThat(problem("{url: 'http://i.example', database: d, user: u}"))
        .contains("publish.influx.password-file: found nothing");
  }

  @Test
  void thePredecessorKnewOnePump() {
    assertThat(
            desk.problems(
                Desk.ONE_PUMP
                    + "  - {id: barn, model: nibe-s1255, line: {tcp: 192.0.2.11}}\n"
                    + "publish: {influx: {url: 'http://i.example', database: d, schema:"
                    + " predecessor}}\n"))
        .containsExactly(
            "pumphouse.yaml:4: publish.influx.schema: found \"predecessor\", accepted: pumphouse:"
                + " the predecessor's schema cannot tell two pumps apart");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.20:8086",
        "ftp://192.0.2.20",
        "http://user:secret@192.0.2.20",
        "http://192.0.2.20/?db=x",
        "http:///write"
      })
  void anAddressIsOfHttpAndHoldsNoSecret(String url) {
    assertThat(problem("{url: '" + url + "', database: d}"))
        .contains("accepted: an address without a password in it, such as http://192.0.2.20:8086");
  }

  @Test
  void anAddressIsEnoughForABroker() {
    assertThat(
            desk.config(Desk.ONE_PUMP + "publish: {mqtt: {url: 'mqtt://b.example'}}\n").publish())
        .extracting(it -> it.mqtt().iterator().next())
        .isEqualTo(
            new MqttConfig(
                URI.create("mqtt://b.example"),
                true,
                "",
                "",
                "",
                "pumphouse",
                "pumphouse",
                "homeassistant",
                true,
                false,
                false));
  }

  @Test
  void everythingThatIsWrongWithABrokerIsNamedAtOnce() {
    assertThat(
            desk.problems(
                Desk.ONE_PUMP
                    + "publish:\n  mqtt:\n    url: http://b.example\n    version: 4\n"
                    + "    topic: a/#\n    discovery-prefix: /\n    commands: maybe\n"))
        .containsExactly(
            "pumphouse.yaml:5: publish.mqtt.url: found \"http://b.example\", accepted: an address"
                + " without a password in it, such as mqtt://192.0.2.21:1883",
            "pumphouse.yaml:6: publish.mqtt.version: found \"4\", accepted: 5 or 3.1.1",
            "pumphouse.yaml:7: publish.mqtt.topic: found \"a/#\", accepted: levels of letters,"
                + " digits, dots, hyphens and underscores, such as pumphouse or home/pump",
            "pumphouse.yaml:8: publish.mqtt.discovery-prefix: found \"/\", accepted: off, or a topic"
                + " such as homeassistant",
            "pumphouse.yaml:9: publish.mqtt.commands: found \"maybe\", accepted: yes or no");
  }

  @Test
  void theMetricsAreForReadersUnlessTheyAreOpen() {
    assertThat(desk.config(Desk.ONE_PUMP).publish().areMetricsOpen()).isFalse();
    assertThat(
            desk.config(Desk.ONE_PUMP + "publish: {metrics: {access: open}}\n")
                .publish()
                .areMetricsOpen())
        .isTrue();
  }

  private InfluxConfig influx(String yaml) {
    return desk.config(Desk.ONE_PUMP + "publish: {influx: " + yaml + "}\n")
        .publish()
        .influx()
        .iterator()
        .next();
  }

  private String problem(String yaml) {
    return String.join("\n", desk.problems(Desk.ONE_PUMP + "publish: {influx: " + yaml + "}\n"));
  }
}
