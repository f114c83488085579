package io.pumphouse.agent.publish.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.config.InfluxConfig;
import io.pumphouse.agent.config.InfluxConfig.Place;
import io.pumphouse.agent.publish.ship.Delivery;
import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What never leaves for a server of line protocol. */
final class InfluxReceiverTest {
  private static final Moment AT = new Moment(Instant.EPOCH, Duration.ZERO);
  private static final RegisterId OUTDOOR = new RegisterId("30002");

  /** There is no server at this address, so asking it would fail. */
  @Test
  void whatHasNoLineIsLeftOutAndNobodyIsAsked() {
    InfluxConfig config =
        new InfluxConfig(
            URI.create("http://127.0.0.1:1"), new Place.Database("x"), "", "", "", false, true);
    PumpId house = new PumpId("house");
    try (InfluxReceiver receiver = new InfluxReceiver(config, Map.of(house, map()))) {
      receiver.add(house, new Missing(OUTDOOR, AT));
      receiver.add(new PumpId("gone"), new Reading(OUTDOOR, AT, 1));

      assertThat(receiver.send()).isEqualTo(new Delivery.Taken(2, 0, ""));
      assertThat(receiver.send()).isEqualTo(Delivery.Taken.ALL);
    }
  }

  private static RegisterMap map() {
    return switch (new RegisterMaps().find("nibe-s1255")) {
      case Lookup.Found(RegisterMap map) -> map;
      case Lookup other -> throw new AssertionError(other.toString());
    };
  }
}
