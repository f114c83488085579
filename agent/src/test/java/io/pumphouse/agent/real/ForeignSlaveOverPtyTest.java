package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** pymodbus plays a NIBE F1255 behind MODBUS 40 on a serial line. */
final class ForeignSlaveOverPtyTest {
  private static final int OUTDOOR = 3;
  private static final int HOT_WATER_TOP = 12;
  private static final int HOT_WATER_CHARGING = 13;
  private static final int BRINE_IN = 14;
  private static final int STARTS = 3415;

  @TempDir private Path folder;

  @Test
  void everyKindOfAnswerComesOutAsWhatItIs() throws IOException, InterruptedException {
    Tools.require("python3", "socat");
    try (PtyPair cable = new PtyPair(folder);
        ForeignSlave slave = ForeignSlave.rtu(folder, cable.pumpEnd())) {
      slave.fill("holding", 0, 9999, 0);
      slave.set("holding", OUTDOOR, -217);
      slave.set("holding", HOT_WATER_TOP, 512);
      slave.forget("holding", HOT_WATER_CHARGING);
      slave.set("holding", BRINE_IN, -32768);
      slave.set("holding", STARTS, 0xE240);
      slave.set("holding", STARTS + 1, 0x0001);
      try (Product product = Product.start(folder, pump(cable));
          LiveEar ear = product.listen()) {
        ear.await("compressor_starts", reading -> "value".equals(reading.get("state")));
        assertThat(product.reading("cottage", "outdoor_temp").get("value")).hasToString("-21.7");
        assertThat(product.reading("cottage", "hot_water_top").get("value")).hasToString("51.2");
        assertThat(product.reading("cottage", "hot_water_control"))
            .containsEntry("state", "invalid")
            .hasEntrySatisfying("reason", why -> assertThat(why).isIn("refused:2", "quarantined"));
        assertThat(product.reading("cottage", "brine_in")).containsEntry("state", "missing");
        assertThat(product.reading("cottage", "compressor_starts").get("value"))
            .hasToString("123456");
      }
    }
  }

  private static String pump(PtyPair cable) {
    return """
        - id: cottage
          model: nibe-f1255
          line: {serial: %s, baud: 9600, parity: none, stop-bits: 1, unit: 1}
          poll-interval: 1s
        """
        .formatted(cable.agentEnd());
  }
}
