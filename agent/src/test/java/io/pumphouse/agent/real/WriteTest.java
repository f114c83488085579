package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings of a pymodbus slave, changed by command through the running agent. */
final class WriteTest {
  private static final int ROOM_SETPOINT = 206;

  @TempDir private Path folder;

  @Test
  void aSettingIsChangedReadBackAndKeptAsAnEvent() throws IOException, InterruptedException {
    Tools.require("python3");
    int port = Ports.free();
    try (ForeignSlave slave = ForeignSlave.tcp(folder, port)) {
      slave.fill("input", 0, 4999, 0);
      slave.fill("holding", 0, 4999, 0);
      slave.set("holding", ROOM_SETPOINT, 205);
      try (Product product = Product.start(folder, pump(port))) {
        product.process().await("local socket: ");
        assertThat(run(product, "write", "house", "room_setpoint", "21.5", "--why", "cold"))
            .isEqualTo("0: house room_setpoint: done, from 20.5 °C to 21.5 °C\n");
        product
            .process()
            .await("written house: room_setpoint from 20.5 °C to 21.5: done .*by .+: cold");
        assertThat(run(product, "alarm-reset", "house", "--why", "tried once"))
            .isEqualTo("0: house alarm_reset: accepted\n");
        assertThat(run(product, "write", "house", "heat_curve_offset", "-1", "--why", "cold"))
            .startsWith("1: pumphouse: house heat_curve_offset: forbidden");
        assertThat(run(product, "write", "house", "room_setpoint", "40", "--why", "cold", "--json"))
            .startsWith(
                "1: {\"pump\":\"house\",\"register\":\"room_setpoint\",\"outcome\":\"forbidden\"");
        assertThat(run(product, "write", "house", "room_setpoint", "21")).startsWith("2: Missing");
      }
    }
  }

  @Test
  void withoutAnAgentNothingIsWrittenAndTheErrorSaysWhy() throws InterruptedException {
    try (Child command = command(folder, "alarm-reset", "house", "--why", "tried once")) {
      assertThat(command.output()).contains("only through the running agent");
      assertThat(command.exitCode()).isEqualTo(1);
    }
  }

  private static String run(Product product, String... typed) throws InterruptedException {
    try (Child command = command(product.data(), typed)) {
      return command.exitCode() + ": " + command.output();
    }
  }

  private static Child command(Path data, String... typed) {
    List<String> all = new ArrayList<>(List.of(typed));
    all.addAll(List.of("--data", data.toString()));
    return new Child(Map.of(), Product.command(all));
  }

  private static String pump(int port) {
    return """
        - id: house
          model: nibe-s1255
          line: {tcp: "127.0.0.1:%d"}
          writes: [room_setpoint, alarm_reset]
        """
        .formatted(port);
  }
}
