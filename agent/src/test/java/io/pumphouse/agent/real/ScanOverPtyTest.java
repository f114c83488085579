package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;

/**
 * The command itself: against pymodbus on a serial line, and beside an agent that owns the line.
 */
final class ScanOverPtyTest {
  @TempDir private Path folder;

  @Test
  @Execution(CONCURRENT)
  void aPumpOnASerialPortIsFoundAndItsEntryIsAccepted() throws IOException, InterruptedException {
    Tools.require("python3", "socat");
    try (PtyPair cable = new PtyPair(folder);
        ForeignSlave slave = ForeignSlave.rtu(folder, cable.pumpEnd())) {
      slave.set("holding", 3, -38);
      slave.set("holding", 7, 352);
      slave.set("holding", 14, 25);
      slave.set("holding", 15, -3);
      slave.set("holding", 3135, 520);
      slave.set("holding", 7006, 9);
      slave.name("NIBE AB", "MODBUS 40", "10");
      String said = scan("--serial", cable.agentEnd().toString());

      assertThat(said)
          .contains("outdoor_temp at holding 3: -3.8 °C: may be nibe-f1255")
          .contains("it calls itself: NIBE AB, MODBUS 40, version 10")
          .contains(
              "pumps:\n  - {id: house, model: nibe-f1255, line: {serial: \"%s\", baud: 9600,"
                      .formatted(cable.agentEnd())
                  + " parity: none, stop-bits: 1, unit: 1}}");
      assertThat(checked(said.substring(said.indexOf("pumps:")))).contains("ok; pumps: 1");
    }
  }

  /** Two texts of 200 characters do not fit into one answer: the second is asked for. */
  @Test
  @Execution(CONCURRENT)
  void aDeviceThatIsNoPumpOfOursStillSaysWhatItIs() throws IOException, InterruptedException {
    Tools.require("python3");
    int port = Ports.free();
    try (ForeignSlave slave = ForeignSlave.tcp(folder, port)) {
      slave.name("V".repeat(200), "P".repeat(200), "2.1");
      assertThat(scan("--tcp", "127.0.0.1:" + port))
          .contains(
              "it calls itself: " + "V".repeat(200) + ", " + "P".repeat(200) + ", version 2.1");
    }
  }

  @Test
  @Execution(CONCURRENT)
  void theLineOfARunningAgentIsLeftAlone() throws IOException, InterruptedException {
    Tools.require("python3");
    int port = Ports.free();
    try (ForeignSlave slave = ForeignSlave.tcp(folder, port)) {
      slave.set("input", 1, -38);
      try (Product product =
          Product.start(
              folder,
              "- {id: house, model: nibe-s1255, line: {tcp: \"127.0.0.1:%d\"}}".formatted(port))) {
        product.process().await("local socket: ");
        assertThat(scan("--tcp", "127.0.0.1:" + port)).contains("the running agent owns this line");
        assertThat(scan("--tcp", "127.0.0.1:1")).contains("127.0.0.1:1");
      }
    }
  }

  private String scan(String... where) throws InterruptedException {
    List<String> typed =
        List.of(
            "scan",
            where[0],
            where[1],
            "--data",
            folder.resolve("data").toString(),
            "--config",
            folder.resolve("pumphouse.yaml").toString());
    try (Child command = new Child(Map.of(), Product.command(typed))) {
      return command.output();
    }
  }

  private String checked(String yaml) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("pasted.yaml"), yaml);
    try (Child command =
        new Child(Map.of(), Product.command(List.of("check-config", file.toString())))) {
      return command.output();
    }
  }
}
