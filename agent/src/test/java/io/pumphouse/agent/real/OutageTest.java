package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slaves die, cables are pulled; the agent says so, idles, and goes on by itself. */
final class OutageTest {
  private static final int OUTDOOR_S = 1;
  private static final int OUTDOOR_F = 3;
  private static final int VALUE = 4;
  private static final int STATE = 6;
  private static final int REASON = 7;

  @TempDir private Path folder;

  @Test
  void readingResumesWhenAKilledSlaveIsBack() throws IOException, InterruptedException {
    Tools.require("python3");
    int port = Ports.free();
    ForeignSlave first = slaveAt(port, 100);
    try (Product product = Product.start(folder, tcpPump(port));
        LiveEar ear = product.listen()) {
      ear.await("outdoor_temp", OutageTest::isValue);
      first.close();
      ear.await("outdoor_temp", reading -> "line-down".equals(reading.get("reason")));
      assertThat(product.reading("house", "outdoor_temp"))
          .containsEntry("state", "invalid")
          .containsEntry("value", null)
          .containsEntry("reason", "line-down");
      assertThat(product.get("/")).contains("data-link=\"down\"", "127.0.0.1:" + port + ": ");
      assertThat(product.get("/healthz")).contains("\"status\":\"degraded\"");
      try (ForeignSlave _ = slaveAt(port, 200)) {
        ear.await("outdoor_temp", reading -> isValue(reading, 20.0));
        assertThat(kept(product)).containsSubsequence("10.0", "line-down", "20.0");
        assertThat(kept(product)).doesNotContainSubsequence("line-down", "10.0");
      }
    }
  }

  /**
   * The outdoor temperatures in the store, in the order of time: the value, or why there is none.
   */
  private static List<String> kept(Product product) throws IOException, InterruptedException {
    String path = "/api/v1/pumps/house/export?format=csv&range=1h&metrics=outdoor_temp";
    return product
        .get(path)
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(cells -> cells[STATE].equals("value") ? cells[VALUE] : cells[VALUE] + cells[REASON])
        .toList();
  }

  private ForeignSlave slaveAt(int port, int outdoorTenths) throws InterruptedException {
    ForeignSlave slave = ForeignSlave.tcp(folder, port);
    slave.fill("input", 0, 4999, 0);
    slave.fill("holding", 0, 4999, 0);
    slave.set("input", OUTDOOR_S, outdoorTenths);
    return slave;
  }

  private static String tcpPump(int port) {
    return "- {id: house, model: nibe-s1255, line: {tcp: \"127.0.0.1:%d\"}, poll-interval: 1s}"
        .formatted(port);
  }

  @Test
  void aPulledCableIsSaidCostsNothingAndIsFoundAgain() throws IOException, InterruptedException {
    Tools.require("python3", "socat");
    PtyPair cable = new PtyPair(folder);
    ForeignSlave slave = serialSlave(cable);
    try (Product product = Product.start(folder, serialPump(cable));
        LiveEar ear = product.listen()) {
      ear.await("outdoor_temp", OutageTest::isValue);
      slave.close();
      cable.close();
      ear.awaitLink("down");
      Duration before = cpu(product);
      ear.awaitPolls(2);
      // Two more looks for the port, seconds apart: a spinning thread would have burnt all of them.
      assertThat(cpu(product).minus(before)).isLessThan(Duration.ofSeconds(1));
      try (PtyPair again = PtyPair.unplugged(folder);
          ForeignSlave _ = serialSlave(again)) {
        again.plugIn();
        ear.await("outdoor_temp", reading -> isValue(reading, -5.5));
      }
    }
  }

  private ForeignSlave serialSlave(PtyPair cable) throws InterruptedException {
    ForeignSlave slave = ForeignSlave.rtu(folder, cable.pumpEnd());
    slave.fill("holding", 0, 9999, 0);
    slave.set("holding", OUTDOOR_F, -55);
    return slave;
  }

  private static String serialPump(PtyPair cable) {
    return "- {id: cottage, model: nibe-f1255, line: {serial: %s}, poll-interval: 1s}"
        .formatted(cable.agentEnd());
  }

  private static Duration cpu(Product product) {
    return product.process().handle().info().totalCpuDuration().orElseThrow();
  }

  private static boolean isValue(Map<String, Object> reading, double value) {
    return reading.get("value") instanceof Number number && number.doubleValue() == value;
  }

  private static boolean isValue(Map<String, Object> reading) {
    return "value".equals(reading.get("state"));
  }
}
