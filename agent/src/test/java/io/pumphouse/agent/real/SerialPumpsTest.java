package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pumps that speak no Modbus, and a map of the user's own, read by the running agent. */
final class SerialPumpsTest {
  private static final int NOT_FITTED = -483;

  @TempDir private Path folder;

  /** A pump on this cable, with this outdoor temperature in tenths. */
  private interface Pump {
    SerialPump on(PtyPair cable, int outdoorTenths);
  }

  @Test
  void aRegoIsReadOverACableThatIsPulledAndPluggedInAgain()
      throws IOException, InterruptedException {
    readOverACableThatIsPulled(
        "ivt-rego600",
        (cable, outdoor) ->
            SerialPump.rego(cable, Map.of(0x020A, outdoor, 0x020D, NOT_FITTED, 0x01FE, 1)));
  }

  @Test
  void anH1IsReadOverACableThatIsPulledAndPluggedInAgain()
      throws IOException, InterruptedException {
    RegisterMap map =
        switch (new RegisterMaps().find("husdata-h1-ivt")) {
          case Lookup.Found(RegisterMap found) -> found;
          case Lookup.Unknown _, Lookup.Faulty _ -> throw new AssertionError();
        };
    readOverACableThatIsPulled(
        "husdata-h1-ivt",
        (cable, outdoor) ->
            SerialPump.h1(cable, map, Map.of(0x0007, outdoor, 0x0008, NOT_FITTED, 0x1A01, 1)));
  }

  private void readOverACableThatIsPulled(String model, Pump pump)
      throws IOException, InterruptedException {
    Tools.require("socat");
    PtyPair cable = new PtyPair(folder);
    SerialPump first = pump.on(cable, -38);
    try (Product product = Product.start(folder, entry(model, cable));
        LiveEar ear = product.listen()) {
      ear.await("outdoor_temp", reading -> isValue(reading, -3.8));
      ear.awaitPolls(2);
      assertThat(product.reading("cabin", "room_temp"))
          .containsEntry("state", "missing")
          .containsEntry("value", null);
      first.close();
      cable.close();
      ear.await("outdoor_temp", reading -> "line-down".equals(reading.get("reason")));
      assertThat(product.get("/healthz")).contains(cable.agentEnd() + ": ", "\"degraded\"");
      try (PtyPair again = new PtyPair(folder);
          SerialPump _ = pump.on(again, -55)) {
        ear.await("outdoor_temp", reading -> isValue(reading, -5.5));
      }
    }
  }

  private static String entry(String model, PtyPair cable) {
    return "- {id: cabin, model: %s, line: {serial: %s}, poll-interval: 1s}"
        .formatted(model, cable.agentEnd());
  }

  @Test
  void aMapOfTheUsersOwnBesideTheConfigurationIsPolled() throws IOException, InterruptedException {
    Tools.require("python3");
    Path maps = Files.createDirectory(folder.resolve("maps"));
    Files.writeString(
        maps.resolve("attic.csv"),
        """
        # model: attic
        # title: The pump in the attic
        # wires: tcp
        # word-order: high-first
        # registers-per-request: 16
        # bits-per-request: 16
        # pause: 0ms
        # answer-within: 1s
        # exception-for-absent: 2
        # source me: measured in the attic
        id,space,address,type,scale,unit,access,min,max,write_min,write_max,absent,metric,label,source
        t1,holding,5,s16,0.1,°C,r,-60,60,,,,outdoor_temp,Sensor 1,me
        """);
    int port = Ports.free();
    try (ForeignSlave slave = ForeignSlave.tcp(folder, port)) {
      slave.set("holding", 5, -38);
      try (Product product =
              Product.start(
                  folder,
                  "- {id: attic, model: attic, line: {tcp: \"127.0.0.1:%d\"}, poll-interval: 1s}"
                      .formatted(port));
          LiveEar ear = product.listen()) {
        ear.await("outdoor_temp", reading -> isValue(reading, -3.8));
        assertThat(product.get("/api/v1/pumps/attic")).contains("The pump in the attic");
      }
    }
  }

  private static boolean isValue(Map<String, Object> reading, double value) {
    return reading.get("value") instanceof Number number && number.doubleValue() == value;
  }
}
