package io.pumphouse.agent.publish.ship;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders that come by mosquitto. */
final class MqttOrdersTest {
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
  void anOrderIsCarriedOutOnceAndOneThatWasKeptIsNot() throws Exception {
    try (Daemon _ = house.broker(MqttHouse.ANYBODY);
        Loop loop = house.loop(house.config(true, "", "house"))) {
      house.sayForEver("pumphouse/house/room_setpoint/set", "25");
      loop.turn();
      loop.turn();
      assertThat(house.pump.orders).isEmpty();
      try (Listener ear = new Listener(house.port)) {
        house.say("pumphouse/house/outdoor_temp/set", "1");
        house.say("pumphouse/house/room_setpoint/set", "21.5");
        loop.turn();

        assertThat(ear.await(line -> line.contains("/outcome")))
            .isEqualTo("pumphouse/house/room_setpoint/outcome 0 done: it took it");
      }
      assertThat(house.pump.orders).singleElement().matches(order -> order.value().equals("21.5"));
    }
  }

  /** As {@code mosquitto_pub -r -n} does, which clears what a broker keeps. */
  @Test
  void nothingAtAllIsNoOrder() throws Exception {
    try (Daemon _ = house.broker(MqttHouse.ANYBODY);
        Loop loop = house.loop(house.config(true, "", "house"))) {
      loop.turn();
      house.say("pumphouse/house/alarm_reset/set", "");
      house.say("pumphouse/house/room_setpoint/set", "21");
      loop.turn();
    }
    assertThat(house.pump.orders).singleElement().matches(order -> order.value().equals("21"));
  }

  @Test
  void anAlarmIsResetByAButton() throws Exception {
    try (Daemon _ = house.broker(MqttHouse.ANYBODY);
        Loop loop = house.loop(house.config(true, "", "house"));
        Listener ear = new Listener(house.port)) {
      loop.turn();
      assertThat(ear.await(line -> line.contains("/alarm_reset/config")))
          .startsWith("homeassistant/button/pumphouse_house/alarm_reset/config 0 {")
          .contains("\"command_topic\":\"pumphouse/house/alarm_reset/set\"");
      house.say("pumphouse/house/alarm_reset/set", "PRESS");
      loop.turn();

      assertThat(ear.await(line -> line.contains("/outcome")))
          .startsWith("pumphouse/house/alarm_reset/outcome 0 done");
    }
    assertThat(house.pump.orders).singleElement().matches(order -> order.value().equals("1"));
  }
}
