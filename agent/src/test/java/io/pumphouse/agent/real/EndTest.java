package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the process begins and ends, seen from the shell. */
final class EndTest {
  @TempDir private Path folder;

  @Test
  void aWrongConfigurationEndsTheStartWithEveryProblemAnd78()
      throws IOException, InterruptedException {
    Path config = folder.resolve("wrong.yaml");
    Files.writeString(
        config,
        """
        pumps:
          - {id: House, model: nibe-s1225, line: {tcp: "192.0.2.1"}, pol-interval: 5s}
        """);
    List<String> typed = List.of("run", "--config", config.toString());
    try (Child agent = new Child(Map.of(), Product.command(typed))) {
      assertThat(agent.output())
          .contains(config + ":2:")
          .contains("nibe-s1255")
          .contains("poll-interval")
          .contains("\"House\"");
      assertThat(agent.exitCode()).isEqualTo(78);
    }
  }

  @Test
  void statusWithoutAnAgentSaysSoAndWhatToDo() throws InterruptedException {
    List<String> typed = List.of("status", "--data", folder.toString());
    try (Child status = new Child(Map.of(), Product.command(typed))) {
      assertThat(status.output()).contains("no agent answers on").contains("systemctl start");
      assertThat(status.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void theDoctorLooksWhereNoAgentRuns() throws InterruptedException {
    List<String> typed = List.of("doctor", "--data", folder.toString(), "--config", "/nowhere");
    try (Child doctor = new Child(Map.of(), Product.command(typed))) {
      assertThat(doctor.output())
          .containsPattern("BAD +agent +no agent answers")
          .containsPattern("BAD +configuration +/nowhere")
          .containsPattern("well +java +25");
      assertThat(doctor.exitCode()).isEqualTo(2);
    }
  }

  @Test
  void aReadThatFindsNoPortSaysWhatToDo() throws IOException, InterruptedException {
    String pump = "{id: house, model: nibe-f1255, line: {serial: /dev/no-such-port}}";
    Path config = Files.writeString(folder.resolve("pumps.yaml"), "pumps:\n  - " + pump + "\n");
    List<String> typed =
        List.of(
            "read",
            "house",
            "outdoor_temp",
            "--config",
            config.toString(),
            "--data",
            folder.toString());
    try (Child read = new Child(Map.of(), Product.command(typed))) {
      assertThat(read.output())
          .contains("invalid: /dev/no-such-port: no such port")
          .contains(
              "pumphouse: /dev/no-such-port: no such port\n  check that the adapter is plugged in");
      assertThat(read.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void anUnknownCommandIsWrongUsage() throws InterruptedException {
    try (Child child = new Child(Map.of(), Product.command(List.of("sttaus")))) {
      assertThat(child.output()).contains("status");
      assertThat(child.exitCode()).isEqualTo(2);
    }
  }

  @Test
  void theShellTalksToTheRunningAgent() throws IOException, InterruptedException {
    String port = String.valueOf(Ports.free());
    List<String> simulate = List.of("simulate", "--model", "nibe-s1255", "--tcp", port);
    try (Child pump = new Child(Map.of(), Product.command(simulate))) {
      pump.await("Modbus TCP");
      try (Product product = Product.start(folder, pumpAt(port));
          LiveEar ear = product.listen()) {
        ear.await("outdoor_temp", reading -> "value".equals(reading.get("state")));
        assertThat(shell(product, "status"))
            .contains("pump house")
            .contains("outdoor_temp")
            .contains("°C");
        assertThat(shell(product, "status", "--json"))
            .contains("\"checks\":[{\"name\":\"pump house\",\"status\":\"ok\"")
            .contains("\"metric\":\"outdoor_temp\"");
        assertThat(shell(product, "read", "house", "outdoor_temp", "33824"))
            .containsPattern("30002 +outdoor_temp +[0-9A-F]{4} ")
            .containsPattern("33824 +total_electricity +[0-9A-F]{4} [0-9A-F]{4} ");
        Path bundle = folder.resolve("bundle.zip");
        assertThat(shell(product, "doctor", "--bundle", bundle.toString()))
            .containsPattern("well +pump house ")
            .containsPattern("well +file readings.db +sound")
            .contains("written: " + bundle);
        assertThat(bundle).isNotEmptyFile();
      }
    }
  }

  @Test
  void aSecondAgentDoesNotStartInTheSameFolder() throws IOException, InterruptedException {
    try (Product product = Product.start(folder, pumpAt(String.valueOf(Ports.free())))) {
      product.process().await("local socket");
      List<String> typed =
          List.of(
              "run",
              "--config",
              folder.resolve("pumphouse.yaml").toString(),
              "--data",
              product.data().toString());
      try (Child second = new Child(Map.of(), Product.command(typed))) {
        assertThat(second.output()).contains("another agent already works in " + product.data());
        assertThat(second.exitCode()).isEqualTo(1);
      }
    }
  }

  @Test
  void anArgumentNamesNoFile() throws IOException, InterruptedException {
    Path secret = Files.writeString(folder.resolve("secret"), "planted");
    try (Child child = new Child(Map.of(), Product.command(List.of("status", "@" + secret)))) {
      assertThat(child.output()).doesNotContain("planted");
      assertThat(child.exitCode()).isEqualTo(2);
    }
  }

  @Test
  void systemdIsToldOfReadinessAndOfTheEnd() throws IOException, InterruptedException {
    Tools.require("socat");
    Path notify = folder.resolve("notify");
    List<String> ear = List.of("socat", "-u", "-d", "-d", "UNIX-RECV:" + notify, "STDOUT");
    try (Child systemd = new Child(Map.of(), ear)) {
      systemd.await("starting data transfer loop");
      Map<String, String> environment =
          Map.of("NOTIFY_SOCKET", notify.toString(), "WATCHDOG_USEC", "1500000");
      try (Product product =
          Product.start(folder, pumpAt(String.valueOf(Ports.free())), environment)) {
        systemd.await("READY=1");
        systemd.await("STATUS=1 bus");
        systemd.await("WATCHDOG=1");
        product.terminate();
        systemd.await("STOPPING=1");
      }
    }
  }

  private static String pumpAt(String port) {
    return "- {id: house, model: nibe-s1255, line: {tcp: \"127.0.0.1:%s\"}}".formatted(port);
  }

  private static String shell(Product product, String... typed) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of(typed));
    command.addAll(List.of("--data", product.data().toString()));
    try (Child shell = new Child(Map.of(), Product.command(command))) {
      return shell.output();
    }
  }
}
