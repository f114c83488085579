package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;

/**
 * libmodbus plays a NIBE S1255 over TCP and a Thermia Genesis on serial lines, one of them as slow
 * as a real one.
 */
final class LibmodbusSlaveTest {
  private static final int POLLS_AT_MOST = 30;

  @TempDir private Path folder;

  @Test
  @Execution(CONCURRENT)
  void everyKindOfAnswerOverTcpComesOutAsWhatItIs() throws IOException, InterruptedException {
    int port = Ports.free();
    try (ForeignSlave slave = ForeignSlave.libmodbusTcp(folder, port)) {
      slave.set("input", 1, -38);
      slave.set("input", 7, 301);
      slave.forget("input", 8);
      slave.set("input", 9, 487);
      slave.set("input", 39, -32768);
      slave.set("input", 3823, 0x5678);
      slave.set("input", 3824, 0x0012);
      try (Product product = Product.start(folder, nibe(port));
          LiveEar ear = product.listen()) {
        expect(
            product,
            ear,
            Map.of(
                "outdoor_temp", "-3.8",
                "return_temp", "30.1",
                "hot_water_top", "refused",
                "hot_water_control", "48.7",
                "supply_temp_external", "missing",
                "total_electricity", "120178.4"));
        slave.set("input", 1, 17);
        expect(product, ear, Map.of("outdoor_temp", "1.7"));
      }
    }
  }

  private static String nibe(int port) {
    return "- {id: pump, model: nibe-s1255, line: {tcp: \"127.0.0.1:%d\"}, poll-interval: 3s}"
        .formatted(port);
  }

  @Test
  @Execution(CONCURRENT)
  void everyKindOfAnswerOverAPtyComesOutAsWhatItIs() throws IOException, InterruptedException {
    Tools.require("socat");
    try (PtyPair cable = new PtyPair(folder);
        ForeignSlave slave = ForeignSlave.libmodbusRtu(folder, cable.pumpEnd())) {
      slave.set("input", 9, 3512);
      slave.forget("input", 10);
      slave.set("input", 11, -217);
      slave.set("input", 12, 20000);
      slave.set("discrete", 199, 1);
      try (Product product = Product.start(folder, genesis(cable.agentEnd()));
          LiveEar ear = product.listen()) {
        expect(
            product,
            ear,
            Map.of(
                "condenser_out", "35.12",
                "brine_in", "refused",
                "brine_out", "-2.17",
                "supply_temp", "missing",
                "compressor_on", "1"));
        slave.set("input", 11, -251);
        expect(product, ear, Map.of("brine_out", "-2.51"));
      }
    }
  }

  @Test
  @Execution(CONCURRENT)
  void theCoreMetricsComeRightOverALineOf9600Baud() throws IOException, InterruptedException {
    String held =
        """
        input 7 9550 hot_gas 95.5
        input 8 2987 condenser_in 29.87
        input 9 3512 condenser_out 35.12
        input 10 -51 brine_in -0.51
        input 11 -333 brine_out -3.33
        input 12 3456 supply_temp 34.56
        input 13 -1275 outdoor_temp -12.75
        input 15 5234 hot_water_top 52.34
        input 17 4871 hot_water_control 48.71
        input 18 3651 supply_setpoint 36.51
        input 39 7250 supply_pump_speed 72.5
        input 44 6825 brine_pump_speed 68.25
        input 48 1 - -
        input 49 57920 compressor_hours 123456
        input 54 5525 compressor_speed 55.25
        input 83 18 - -
        input 84 22136 total_electricity 1201784
        input 121 215 room_temp 21.5
        input 131 -185 degree_minutes -185
        discrete 199 1 compressor_on 1
        holding 0 2 operating_mode 2
        holding 5 2150 room_setpoint 21.5
        """;
    Map<String, String> expected = new LinkedHashMap<>();
    try (SlowWire wire = new SlowWire(folder);
        ForeignSlave slave = ForeignSlave.libmodbusRtu(folder, wire.pumpEnd())) {
      for (String row : held.lines().toList()) {
        String[] cells = row.split(" ", -1);
        slave.set(cells[0], Integer.parseInt(cells[1]), Integer.parseInt(cells[2]));
        expected.put(cells[3], cells[4]);
      }
      expected.remove("-");
      try (Product product = Product.start(folder, genesis(wire.agentEnd()));
          LiveEar ear = product.listen()) {
        expect(product, ear, expected);
      }
    }
  }

  /** One poll takes more than a second at 9600 baud: what does not fit would come much later. */
  private static String genesis(Path device) {
    return """
        - id: pump
          model: thermia-genesis-inverter
          line: {serial: %s, baud: 9600, parity: none, stop-bits: 1, unit: 1}
          poll-interval: 2s
        """
        .formatted(device);
  }

  /** Looks again after each poll until it is so. */
  private static void expect(Product product, LiveEar ear, Map<String, String> expected)
      throws IOException, InterruptedException {
    Map<String, String> shown = shown(product);
    for (int polls = 0; polls < POLLS_AT_MOST && !holds(shown, expected); polls++) {
      ear.awaitPolls(1);
      shown = shown(product);
    }
    assertThat(shown).containsAllEntriesOf(expected);
  }

  private static boolean holds(Map<String, String> shown, Map<String, String> expected) {
    return shown.entrySet().containsAll(expected.entrySet());
  }

  private static Map<String, String> shown(Product product)
      throws IOException, InterruptedException {
    Map<String, String> shown = new LinkedHashMap<>();
    product
        .readings("pump")
        .forEach(reading -> shown.put(String.valueOf(reading.get("metric")), words(reading)));
    return shown;
  }

  private static String words(Map<String, Object> reading) {
    return switch (String.valueOf(reading.get("state"))) {
      case "value" -> String.valueOf(reading.get("value"));
      case "missing" -> "missing";
      // Which of the two depends on whether the poll after the refusal has come already.
      case String _ when "refused:2".equals(reading.get("reason")) -> "refused";
      case String _ when "quarantined".equals(reading.get("reason")) -> "refused";
      case String _ -> String.valueOf(reading.get("reason"));
    };
  }
}
