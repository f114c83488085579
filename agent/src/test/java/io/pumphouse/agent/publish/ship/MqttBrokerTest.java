package io.pumphouse.agent.publish.ship;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.publish.mqtt.MqttReceiver;
import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mosquitto itself: what arrives there, and who may come in. */
final class MqttBrokerTest {
  private static final Pattern SAMPLE =
      Pattern.compile("\\{\"at\":\"(.*?)\",\"metric\":\"outdoor_temp\",\"value\":(.*?),");

  @TempDir private Path folder;
  private MqttHouse house;

  @BeforeEach
  void build() {
    house = new MqttHouse(folder);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everySampleArrivesThoughTheBrokerWasKilled(boolean isVersion5) throws Exception {
    Map<String, String> arrived = new TreeMap<>();
    try (Daemon broker = house.broker(MqttHouse.ANYBODY);
        Loop loop = house.loop(house.config(isVersion5, "", "house"))) {
      house.shelf.hear(0, 450);
      try (Listener ear = new Listener(house.port)) {
        loop.turn();
        while (arrived.size() < 450) {
          collect(ear.await(line -> line.contains("/history")), arrived);
        }
      }
      broker.kill();
      house.shelf.hear(450, 5);
      loop.turn();
      assertThat(loop.check().isWell()).isFalse();
      house.shelf.time.pass(Duration.ofHours(1));
      broker.restart();
      try (Listener ear = new Listener(house.port)) {
        loop.turn();
        String late = ear.await(line -> line.contains("/history"));
        collect(late, arrived);
        assertThat(late).startsWith("pumphouse/house/history 0 {\"historic\":true,");
      }

      assertThat(loop.check().isWell()).isTrue();
      assertThat(arrived)
          .hasSize(455)
          .containsEntry(house.shelf.start.toString(), "0.0")
          .containsEntry(house.shelf.start.plusSeconds(454).toString(), "45.4");
    }
  }

  @Test
  void theLastWillTellsThatTheAgentIsGoneAndAnotherOfItsNameIsTold() throws Exception {
    try (Daemon _ = house.broker(MqttHouse.ANYBODY);
        Loop loop = house.loop(house.config(true, "", "same"));
        Listener ear = new Listener(house.port)) {
      loop.turn();
      ear.await(line -> line.equals("pumphouse/status 0 online"));
      try (MqttReceiver other = house.receiver(house.config(true, "", "same"))) {
        other.tend();
        ear.await(line -> line.equals("pumphouse/status 0 offline"));
        loop.turn();

        assertThat(loop.check().next()).contains("client-id");
      }
    }
  }

  @Test
  void aWrongPasswordIsToldAndCured() throws Exception {
    Path users = folder.resolve("users");
    Process made =
        new ProcessBuilder("mosquitto_passwd", "-c", "-b", users.toString(), "agent", "right")
            .start();
    assertThat(made.waitFor()).isZero();
    Path secret = Files.writeString(folder.resolve("secret"), "wrong");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    try (Daemon _ = house.broker("allow_anonymous false\npassword_file " + users);
        Loop loop = house.loop(house.config(true, secret.toString(), "house"))) {
      loop.turn();
      assertThat(loop.check().cause()).contains("not authorized").doesNotContain("wrong");
      Files.writeString(secret, "right");
      loop.turn();

      assertThat(loop.check().isWell()).isTrue();
    }
  }

  @Test
  void aPageThatTheBrokerIsTooSmallForIsToldAndNotSentToIt() throws Exception {
    house.shelf.hear(0, 200);
    try (Daemon _ = house.broker(MqttHouse.ANYBODY + "\nmax_packet_size 4000");
        Loop loop = house.loop(house.config(true, "", "house"))) {
      loop.turn();

      assertThat(loop.check().cause())
          .contains("it takes packets of 4,000 bytes at most, and pumphouse/house/history has one");
      assertThat(loop.check().next()).contains("max_packet_size").contains("nothing is lost");
    }
  }

  @Test
  void whatTheConfigurationNoLongerKnowsDoesNotCountAsSent() throws Exception {
    house.shelf.hear(0, 20); // of a register that this model has not
    RegisterMap other =
        switch (new RegisterMaps().find("thermia-genesis-inverter")) {
          case Lookup.Found(RegisterMap map) -> map;
          case Lookup none -> throw new AssertionError(none.toString());
        };
    try (Daemon _ = house.broker(MqttHouse.ANYBODY);
        Loop loop = house.loop(house.config(true, "", "house"), other, house.pump)) {
      loop.turn();

      assertThat(loop.check().cause()).contains("it gets no stored readings");
    }
  }

  @Test
  void nothingIsSaidBeforeTheClockIsRight() {
    house.shelf.isSure.set(false);
    try (Loop loop =
        house.loop(house.config(true, "", "house"))) { // there is no broker to be missed
      loop.turn();

      assertThat(loop.check().isWell()).isTrue();
    }
  }

  private static void collect(String line, Map<String, String> arrived) {
    Matcher samples = SAMPLE.matcher(line);
    while (samples.find()) {
      arrived.put(samples.group(1), samples.group(2));
    }
  }
}
