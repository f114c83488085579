package io.pumphouse.agent.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.config.PumpConfig;
import io.pumphouse.hal.line.TcpDoor;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import io.pumphouse.hal.map.Wire;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.hal.sim.Faults;
import io.pumphouse.hal.sim.SimFault;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shipped model, virtual, read over a socket as the agent would read the real one. */
final class VirtualPumpTest {
  private static final String LOOPBACK = "127.0.0.1";
  private static final TimeSource TIME = new SystemTime();

  static Stream<RegisterMap> models() {
    return new RegisterMaps()
        .all().stream()
            .flatMap(
                map ->
                    map instanceof Lookup.Found(RegisterMap found)
                        ? Stream.of(found)
                        : Stream.empty());
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyModelIsServedAndRead(RegisterMap map) throws IOException {
    VirtualPump pump = new VirtualPump(map, 1, new Faults(1), TIME);
    Wire wire = map.model().wires().stream().min(Comparator.naturalOrder()).orElseThrow();
    RegisterId outdoor = map.find(Metric.OUTDOOR_TEMP).orElseThrow().id();
    try (TcpDoor door = pump.door(LOOPBACK, 0, wire)) {
      door.open();
      PumpConfig config = config(map, wire, door.port());
      for (Bus bus : Bus.of(List.of(config), Map.of(), TIME)) {
        try (bus) {
          for (HeatPump asked : bus.pumps().values()) {
            assertThat(asked.read(List.of(outdoor)))
                .as("%s: %s", map.model().id(), asked.link())
                .singleElement()
                .isInstanceOf(Reading.class);
          }
        }
      }
    }
  }

  @Test
  void aRegoWithAnAlarmHasItInItsLog() throws IOException {
    RegisterMap map =
        models().filter(each -> each.model().id().equals("ivt-rego600")).findFirst().orElseThrow();
    Faults faults = new Faults(1);
    faults.set(SimFault.ALARM, 1);
    RegisterId active = map.find(Metric.ALARM_ACTIVE).orElseThrow().id();
    try (TcpDoor door = new VirtualPump(map, 1, faults, TIME).door(LOOPBACK, 0, Wire.REGO)) {
      door.open();
      for (Bus bus : Bus.of(List.of(config(map, Wire.REGO, door.port())), Map.of(), TIME)) {
        try (bus) {
          HeatPump pump = bus.pumps().values().iterator().next();
          assertThat(((Reading) pump.read(List.of(active)).getFirst()).raw()).isEqualTo(1);
          assertThat(pump.alarmLog().toString()).contains("code=14");
        }
      }
    }
  }

  private static PumpConfig config(RegisterMap map, Wire wire, int port) {
    Wiring wiring =
        switch (wire) {
          case TCP -> new Wiring.Tcp(LOOPBACK, port);
          case HUSDATA_H66 -> new Wiring.Http(LOOPBACK, port);
          case RTU, RTU_OVER_TCP, REGO, HUSDATA_H1 -> new Wiring.RtuOverTcp(LOOPBACK, port);
        };
    return new PumpConfig(
        new PumpId("p"),
        map,
        wiring,
        1,
        map.model().answerWithin(),
        Duration.ofSeconds(5),
        Map.of());
  }
}
