package io.pumphouse.agent.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class OfferTest {
  private static final PumpId HOUSE = new PumpId("house");

  @Test
  void whatTheConfigurationNamesIsOfferedAndNothingElse() {
    Guard guard = guard(Metric.ROOM_SETPOINT, Metric.ALARM_RESET);

    assertThat(guard.offered(HOUSE)).containsExactly("alarm_reset", "room_setpoint");
    assertThat(guard.offered(new PumpId("cottage"))).isEmpty();
    assertThat(guard().offered(HOUSE)).isEmpty();
  }

  private static Guard guard(Metric... allowed) {
    RegisterMap map =
        switch (new RegisterMaps().find("nibe-s1255")) {
          case Lookup.Found(RegisterMap found) -> found;
          case Lookup.Unknown _, Lookup.Faulty _ -> throw new AssertionError("nibe-s1255");
        };
    Set<RegisterId> ids =
        Stream.of(allowed)
            .map(metric -> map.find(metric).orElseThrow().id())
            .collect(Collectors.toSet());
    return new Guard(
        Map.of(HOUSE, new Permit(map, ids)),
        (_, _, _) -> {
          throw new AssertionError("nothing is written");
        },
        _ -> {},
        new FakeTime());
  }
}
