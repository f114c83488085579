package io.pumphouse.agent.publish.ship;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.config.MqttConfig;
import io.pumphouse.agent.publish.mqtt.MqttReceiver;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mosquitto itself, heard by its own subscriber. */
final class MqttBrokerTest {
  private static final Pattern SAMPLE =
      Pattern.compile("\\{\"at\":\"(.*?)\",\"metric\":\"outdoor_temp\",\"value\":(.*?),");

  private static final String CONTROL = "homeassistant/number/pumphouse_house/room_setpoint/config";

  @TempDir private Path folder;
  private final int port = Daemon.freePort();
  private Shelf shelf;
  private FakePump pump;

  @BeforeEach
  void build() {
    shelf = new Shelf(folder);
    pump = new FakePump(shelf.time);
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everySampleArrivesThoughTheBrokerWasKilled(boolean isVersion5) throws Exception {
    Map<String, String> arrived = new TreeMap<>();
    try (Daemon broker = broker("allow_anonymous true");
        Loop loop = loop(config(isVersion5, "", "house"))) {
      shelf.hear(0, 450);
      try (Listener ear = new Listener(port)) {
        loop.turn();
        while (arrived.size() < 450) {
          collect(ear.await(line -> line.contains("/history")), arrived);
        }
      }
      broker.kill();
      shelf.hear(450, 5);
      loop.turn();
      assertThat(loop.check().isWell()).isFalse();
      shelf.time.pass(Duration.ofHours(1));
      broker.restart();
      try (Listener ear = new Listener(port)) {
        loop.turn();
        String late = ear.await(line -> line.contains("/history"));
        collect(late, arrived);
        assertThat(late).startsWith("pumphouse/house/history 0 {\"historic\":true,");
      }

      assertThat(loop.check().isWell()).isTrue();
      assertThat(arrived)
          .hasSize(455)
          .containsEntry(shelf.start.toString(), "0.0")
          .containsEntry(shelf.start.plusSeconds(454).toString(), "45.4");
    }
  }

  @Test
  void homeAssistantFindsTheDeviceAndWhatItSaysNow() throws Exception {
    try (Daemon _ = broker("allow_anonymous true")) {
      try (Loop loop = loop(config(true, "", "house"))) {
        loop.turn();
        pump.outdoor(-35);
        loop.turn();
        try (Listener ear = new Listener(port)) { // what it hears now, the broker has kept
          assertThat(ear.await(line -> line.contains("/outdoor_temp/config")))
              .startsWith("homeassistant/sensor/pumphouse_house/outdoor_temp/config 1 {")
              .contains("\"device_class\":\"temperature\"")
              .contains("\"unit_of_measurement\":\"°C\"")
              .contains("\"state_topic\":\"pumphouse/house/outdoor_temp\"")
              .contains("\"unique_id\":\"pumphouse_house_outdoor_temp\"")
              .contains("{\"topic\":\"pumphouse/status\"},{\"topic\":\"pumphouse/house/link\"}")
              .contains("\"manufacturer\":\"NIBE\"");
        }
        assertThat(kept("pumphouse/house/outdoor_temp")).isEqualTo("-3.5");
        assertThat(kept("pumphouse/house/link")).isEqualTo("online");
        assertThat(kept("pumphouse/status")).isEqualTo("online");
      }
      assertThat(kept("pumphouse/status")).isEqualTo("offline");
    }
  }

  @Test
  void aSensorThatIsGoneIsUnknownAlsoAfterARestart() throws Exception {
    try (Daemon _ = broker("allow_anonymous true")) {
      try (Loop loop = loop(config(true, "", "house"))) {
        loop.turn();
      }
      pump.loseOutdoor();
      try (Loop loop = loop(config(true, "", "house"))) {
        loop.turn();
      }
      assertThat(kept("pumphouse/house/outdoor_temp")).isEqualTo("None");
    }
  }

  @Test
  void whatIsStaleIsUnknown() throws Exception {
    try (Daemon _ = broker("allow_anonymous true");
        Loop loop = loop(config(true, "", "house"))) {
      loop.turn();
      pump.age(Duration.ofSeconds(16));
      loop.turn();

      assertThat(kept("pumphouse/house/outdoor_temp")).isEqualTo("None");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPumpThatIsNoLongerHereIsNotOnline(boolean isVersion5) throws Exception {
    try (Daemon _ = broker("allow_anonymous true");
        Loop loop = loop(config(isVersion5, "", "house"))) {
      say("pumphouse/barn/link", "online", "-r");
      loop.turn();

      assertThat(loop.check().isWell()).isTrue();
      assertThat(kept("pumphouse/barn/link")).isEqualTo("offline");
      assertThat(kept("pumphouse/house/link")).isEqualTo("online");
    }
  }

  @Test
  void whatMayNoLongerBeOrderedHasNoControl() throws Exception {
    try (Daemon _ = broker("allow_anonymous true");
        Listener ear = new Listener(port)) {
      try (Loop loop = loop(config(true, "", "house"))) {
        loop.turn();
        ear.await(line -> line.startsWith(CONTROL + " 0 {"));
      }
      try (Loop loop = loop(config(true, "", "house", false))) {
        loop.turn();
        ear.await(line -> line.equals(CONTROL + " 0 "));
      }
    }
  }

  @Test
  void theLastWillTellsThatTheAgentIsGoneAndAnotherOfItsNameIsTold() throws Exception {
    try (Daemon _ = broker("allow_anonymous true");
        Loop loop = loop(config(true, "", "same"));
        Listener ear = new Listener(port)) {
      loop.turn();
      ear.await(line -> line.equals("pumphouse/status 0 online"));
      try (MqttReceiver other = receiver(config(true, "", "same"))) {
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
    try (Daemon _ = broker("allow_anonymous false\npassword_file " + users);
        Loop loop = loop(config(true, secret.toString(), "house"))) {
      loop.turn();
      assertThat(loop.check().cause()).contains("not authorized").doesNotContain("wrong");
      Files.writeString(secret, "right");
      loop.turn();

      assertThat(loop.check().isWell()).isTrue();
    }
  }

  @Test
  void anOrderIsCarriedOutOnceAndOneThatWasKeptIsNot() throws Exception {
    try (Daemon _ = broker("allow_anonymous true");
        Loop loop = loop(config(true, "", "house"))) {
      say("pumphouse/house/room_setpoint/set", "25", "-r");
      loop.turn();
      loop.turn();
      assertThat(pump.orders).isEmpty();
      try (Listener ear = new Listener(port)) {
        say("pumphouse/house/outdoor_temp/set", "1", "-q");
        say("pumphouse/house/room_setpoint/set", "21.5", "-q");
        loop.turn();

        assertThat(ear.await(line -> line.contains("/outcome")))
            .isEqualTo("pumphouse/house/room_setpoint/outcome 0 done: it took it");
      }
      assertThat(pump.orders).singleElement().matches(order -> order.value().equals("21.5"));
    }
  }

  @Test
  void anAlarmIsResetByAButton() throws Exception {
    try (Daemon _ = broker("allow_anonymous true");
        Loop loop = loop(config(true, "", "house"));
        Listener ear = new Listener(port)) {
      loop.turn();
      assertThat(ear.await(line -> line.contains("/alarm_reset/config")))
          .startsWith("homeassistant/button/pumphouse_house/alarm_reset/config 0 {")
          .contains("\"command_topic\":\"pumphouse/house/alarm_reset/set\"");
      say("pumphouse/house/alarm_reset/set", "PRESS", "-q");
      loop.turn();

      assertThat(ear.await(line -> line.contains("/outcome")))
          .startsWith("pumphouse/house/alarm_reset/outcome 0 done");
    }
    assertThat(pump.orders).singleElement().matches(order -> order.value().equals("1"));
  }

  @Test
  void nothingIsSaidBeforeTheClockIsRight() {
    shelf.isSure.set(false);
    try (Loop loop = loop(config(true, "", "house"))) { // there is no broker to be missed
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

  private Daemon broker(String more) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("mosquitto.conf"),
            "listener " + port + " 127.0.0.1\npersistence false\nuser root\n" + more + "\n");
    return Daemon.start(folder, port, "mosquitto", "-c", config.toString());
  }

  private MqttConfig config(boolean isVersion5, String secret, String clientId) {
    return config(isVersion5, secret, clientId, true);
  }

  private MqttConfig config(
      boolean isVersion5, String secret, String clientId, boolean hasCommands) {
    return new MqttConfig(
        URI.create("mqtt://127.0.0.1:" + port),
        isVersion5,
        secret.isEmpty() ? "" : "agent",
        secret,
        "",
        clientId,
        "pumphouse",
        "homeassistant",
        true,
        hasCommands,
        true);
  }

  private MqttReceiver receiver(MqttConfig config) {
    return new MqttReceiver(
        config,
        Map.of(Shelf.HOUSE, InfluxServersTest.map()),
        pump,
        pump,
        "1.2.3",
        shelf.isSure::get,
        shelf.time);
  }

  private Loop loop(MqttConfig config) {
    return new Loop(receiver(config), shelf.outbox(), shelf.time, new Random(1));
  }

  private String kept(String topic) throws Exception {
    Process asked =
        new ProcessBuilder(
                "mosquitto_sub",
                "-p",
                String.valueOf(port),
                "-h",
                "127.0.0.1",
                "-t",
                topic,
                "-C",
                "1")
            .start();
    String said = new String(asked.getInputStream().readAllBytes(), UTF_8);
    return said.strip();
  }

  private void say(String topic, String text, String how) throws Exception {
    String[] more = how.equals("-r") ? new String[] {"-r"} : new String[] {"-q", "1"};
    List<String> command =
        new ArrayList<>(List.of("mosquitto_pub", "-h", "127.0.0.1", "-p", String.valueOf(port)));
    command.addAll(List.of("-t", topic, "-m", text));
    command.addAll(List.of(more));
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
  }
}
