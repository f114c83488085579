package io.pumphouse.agent.publish.ship;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.config.MqttConfig;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a broker keeps for Home Assistant, entity by entity, and what it is not told if unwanted.
 */
final class HomeAssistantTest {
  private static final String HOME = "homeassistant";
  private static final String STATE = "pumphouse/house/";

  @TempDir private Path folder;
  private MqttHouse mqtt;
  private SampleHouse house;

  @BeforeEach
  void build() {
    mqtt = new MqttHouse(folder);
    house = new SampleHouse(mqtt.shelf.time);
  }

  @AfterEach
  void close() {
    mqtt.close();
  }

  @Test
  void eachKindOfEntityHasWhatHomeAssistantAsksFor() throws Exception {
    try (Daemon _ = broker();
        Loop loop = loop(HOME, true, true)) {
      loop.turn();

      assertThat(entity("sensor", "outdoor_temp"))
          .containsAllEntriesOf(Entity.ofRegister("outdoor_temp"))
          .containsEntry("/name", "Outdoors")
          .containsEntry("/device_class", "temperature")
          .containsEntry("/unit_of_measurement", "°C")
          .containsEntry("/state_class", "measurement")
          .doesNotContainKeys("/command_topic", "/entity_category", "/enabled_by_default");
      assertThat(entity("sensor", "compressor_starts"))
          .containsEntry("/state_class", "total_increasing")
          .doesNotContainKeys("/device_class", "/unit_of_measurement");
      assertThat(entity("number", "room_setpoint"))
          .containsAllEntriesOf(Entity.ofRegister("room_setpoint"))
          .containsEntry("/command_topic", STATE + "room_setpoint/set")
          .containsEntry("/entity_category", "config")
          .containsEntry("/min", "5.0")
          .containsEntry("/max", "30.0")
          .containsEntry("/step", "0.1")
          .containsEntry("/mode", "box")
          .containsEntry("/device_class", "temperature")
          .containsEntry("/unit_of_measurement", "°C")
          .doesNotContainKeys("/state_class", "/enabled_by_default");
      assertThat(entity("switch", "register_47302"))
          .containsAllEntriesOf(Entity.ofRegister("register_47302"))
          .containsEntry("/command_topic", STATE + "register_47302/set")
          .containsEntry("/entity_category", "config")
          .containsEntry("/payload_on", "1")
          .containsEntry("/payload_off", "0")
          .doesNotContainKeys("/state_class", "/unit_of_measurement", "/min");
      assertThat(entity("binary_sensor", "compressor_on"))
          .containsAllEntriesOf(Entity.ofRegister("compressor_on"))
          .containsEntry("/payload_on", "1")
          .containsEntry("/payload_off", "0")
          .doesNotContainKeys("/command_topic", "/entity_category", "/state_class");
    }
  }

  @Test
  void whatIsForTechniciansIsADiagnostic() throws Exception {
    try (Daemon _ = broker();
        Loop loop = loop(HOME, true, true)) {
      loop.turn();

      assertThat(entity("sensor", "heat_curve")) // a setting that nobody may order
          .containsEntry("/entity_category", "diagnostic")
          .doesNotContainKeys("/command_topic", "/enabled_by_default");
      assertThat(entity("sensor", "register_40005")) // without a name of ours
          .containsEntry("/entity_category", "diagnostic")
          .containsEntry("/enabled_by_default", "false")
          .containsEntry("/device_class", "temperature");
      assertThat(entity("binary_sensor", "link"))
          .containsEntry("/state_topic", STATE + "link")
          .containsEntry("/device_class", "connectivity")
          .containsEntry("/entity_category", "diagnostic")
          .containsEntry("/payload_on", "online")
          .containsEntry("/payload_off", "offline")
          .containsEntry("/availability_topic", "pumphouse/status")
          .containsEntry("/unique_id", "pumphouse_house_link")
          .containsEntry("/device/identifiers", "pumphouse_house");
    }
  }

  @Test
  void withoutAPrefixNothingIsSaidToHomeAssistant() throws Exception {
    try (Daemon _ = broker();
        Listener ear = new Listener(mqtt.port);
        Loop loop = loop("", true, true)) {
      loop.turn();

      assertThat(
              ear.await(
                  line -> line.contains("/config") || line.startsWith(STATE + "register_40005")))
          .startsWith(STATE + "register_40005"); // the last of all
    }
  }

  @Test
  void withoutCommandsNothingCanBeOrdered() throws Exception {
    try (Daemon _ = broker();
        Loop loop = loop(HOME, true, false)) {
      loop.turn();
      mqtt.say(STATE + "room_setpoint/set", "21");
      loop.turn();

      assertThat(house.orders).isEmpty();
      assertThat(isListening()).isFalse();
      assertThat(entity("sensor", "room_setpoint"))
          .containsEntry("/entity_category", "diagnostic")
          .doesNotContainKeys("/command_topic", "/min", "/max", "/step");
      assertThat(entity("binary_sensor", "register_47302")).doesNotContainKey("/command_topic");
    }
  }

  @Test
  void withCommandsTheAgentListens() throws Exception {
    try (Daemon _ = broker();
        Loop loop = loop(HOME, true, true)) {
      loop.turn();

      assertThat(isListening()).isTrue();
    }
  }

  @Test
  void withoutHistoryNoStoredSampleIsSent() throws Exception {
    try (Daemon _ = broker();
        Listener ear = new Listener(mqtt.port);
        Loop loop = loop(HOME, false, false)) {
      mqtt.shelf.hear(0, 5);
      loop.turn();
      mqtt.say("end", "x");

      assertThat(ear.await(line -> line.contains("/history") || line.startsWith("end")))
          .startsWith("end");
      assertThat(mqtt.kept(STATE + "outdoor_temp")).isEqualTo("0.1");
      assertThat(loop.check().isWell()).isTrue();
      assertThat(loop.check().cause()).doesNotContain("readings sent");
    }
  }

  private Map<String, String> entity(String kind, String name) throws Exception {
    return Entity.of(mqtt.kept(HOME + "/" + kind + "/pumphouse_house/" + name + "/config"));
  }

  /** The broker logs who subscribes to what before it says yes. */
  private boolean isListening() throws Exception {
    return Files.readString(folder.resolve("mosquitto.log")).contains("pumphouse/+/+/set (QoS");
  }

  private Daemon broker() throws Exception {
    return mqtt.broker(MqttHouse.ANYBODY + "\nlog_type all");
  }

  private Loop loop(String prefix, boolean hasHistory, boolean hasCommands) {
    MqttConfig config =
        new MqttConfig(
            URI.create("mqtt://127.0.0.1:" + mqtt.port),
            true,
            "",
            "",
            "",
            "house",
            "pumphouse",
            prefix,
            hasHistory,
            hasCommands,
            true);
    return mqtt.loop(config, house.map(), house);
  }
}
