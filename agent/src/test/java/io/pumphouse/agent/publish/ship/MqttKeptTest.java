package io.pumphouse.agent.publish.ship;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What mosquitto keeps is what is so now. */
final class MqttKeptTest {
  private static final String CONTROL = "homeassistant/number/pumphouse_house/room_setpoint/config";

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

  @Test
  void homeAssistantFindsTheDeviceAndWhatItSaysNow() throws Exception {
    try (Daemon _ = house.broker(MqttHouse.ANYBODY)) {
      try (Loop loop = house.loop(house.config(true, "", "house"))) {
        loop.turn();
        house.pump.outdoor(-35);
        loop.turn();
        try (Listener ear = new Listener(house.port)) { // what it hears now, the broker has kept
          assertThat(ear.await(line -> line.contains("/outdoor_temp/config")))
              .startsWith("homeassistant/sensor/pumphouse_house/outdoor_temp/config 1 {")
              .contains("\"device_class\":\"temperature\"")
              .contains("\"unit_of_measurement\":\"°C\"")
              .contains("\"state_topic\":\"pumphouse/house/outdoor_temp\"")
              .contains("\"unique_id\":\"pumphouse_house_outdoor_temp\"")
              .contains("{\"topic\":\"pumphouse/status\"},{\"topic\":\"pumphouse/house/link\"}")
              .contains("\"manufacturer\":\"NIBE\"");
        }
        assertThat(house.kept("pumphouse/house/outdoor_temp")).isEqualTo("-3.5");
        assertThat(house.kept("pumphouse/house/link")).isEqualTo("online");
        assertThat(house.kept("pumphouse/status")).isEqualTo("online");
      }
      assertThat(house.kept("pumphouse/status")).isEqualTo("offline");
    }
  }

  @Test
  void aSensorThatIsGoneIsUnknownAlsoAfterARestart() throws Exception {
    try (Daemon _ = house.broker(MqttHouse.ANYBODY)) {
      try (Loop loop = house.loop(house.config(true, "", "house"))) {
        loop.turn();
      }
      house.pump.loseOutdoor();
      try (Loop loop = house.loop(house.config(true, "", "house"))) {
        loop.turn();
      }
      assertThat(house.kept("pumphouse/house/outdoor_temp")).isEqualTo("None");
    }
  }

  @Test
  void whatIsStaleIsUnknown() throws Exception {
    try (Daemon _ = house.broker(MqttHouse.ANYBODY);
        Loop loop = house.loop(house.config(true, "", "house"))) {
      loop.turn();
      house.pump.age(Duration.ofSeconds(16));
      loop.turn();

      assertThat(house.kept("pumphouse/house/outdoor_temp")).isEqualTo("None");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPumpThatIsNoLongerHereIsNotOnline(boolean isVersion5) throws Exception {
    try (Daemon _ = house.broker(MqttHouse.ANYBODY);
        Loop loop = house.loop(house.config(isVersion5, "", "house"))) {
      house.sayForEver("pumphouse/barn/link", "online");
      loop.turn();

      assertThat(loop.check().isWell()).isTrue();
      assertThat(house.kept("pumphouse/barn/link")).isEqualTo("offline");
      assertThat(house.kept("pumphouse/house/link")).isEqualTo("online");
    }
  }

  @Test
  void whatMayNoLongerBeOrderedHasNoControl() throws Exception {
    try (Daemon _ = house.broker(MqttHouse.ANYBODY);
        Listener ear = new Listener(house.port)) {
      try (Loop loop = house.loop(house.config(true, "", "house"))) {
        loop.turn();
        ear.await(line -> line.startsWith(CONTROL + " 0 {"));
      }
      try (Loop loop = house.loop(house.config(true, "", "house", false))) {
        loop.turn();
        ear.await(line -> line.equals(CONTROL + " 0 "));
      }
    }
  }
}
