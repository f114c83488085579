package io.pumphouse.agent.publish.ship;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.config.MqttConfig;
import io.pumphouse.agent.publish.mqtt.MqttReceiver;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A house whose agent talks to mosquitto, and somebody else at that broker. */
final class MqttHouse implements AutoCloseable {
  static final String ANYBODY = "allow_anonymous true";

  final int port = Daemon.freePort();
  final Shelf shelf;
  final FakePump pump;
  private final Path folder;

  MqttHouse(Path folder) {
    this.folder = folder;
    this.shelf = new Shelf(folder);
    this.pump = new FakePump(shelf.time);
  }

  /** Mosquitto, with more in its configuration. */
  Daemon broker(String more) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("mosquitto.conf"),
            "listener " + port + " 127.0.0.1\npersistence false\nuser root\n" + more + "\n");
    return Daemon.start(folder, port, "mosquitto", "-c", config.toString());
  }

  /** That of an agent that takes orders. */
  MqttConfig config(boolean isVersion5, String secret, String clientId) {
    return config(isVersion5, secret, clientId, true);
  }

  MqttConfig config(boolean isVersion5, String secret, String clientId, boolean hasCommands) {
    return new MqttConfig(
        URI.create("mqtt://127.0.0.1:" + port),
        isVersion5,
        secret.isEmpty() ? "" : "agent",
        secret,
        "",
        clientId,
        "pumphouse",
        "homeassistant",
        true,
        hasCommands,
        true);
  }

  MqttReceiver receiver(MqttConfig config) {
    return new MqttReceiver(
        config,
        Map.of(Shelf.HOUSE, InfluxServersTest.map()),
        pump,
        pump,
        "1.2.3",
        shelf.isSure::get,
        shelf.time);
  }

  Loop loop(MqttConfig config) {
    return new Loop(receiver(config), shelf.outbox(), shelf.time, new Random(1));
  }

  /** What the broker keeps there. */
  String kept(String topic) throws Exception {
    Process asked =
        new ProcessBuilder(
                "mosquitto_sub",
                "-p",
                String.valueOf(port),
                "-h",
                "127.0.0.1",
                "-t",
                topic,
                "-C",
                "1")
            .start();
    String said = new String(asked.getInputStream().readAllBytes(), UTF_8);
    return said.strip();
  }

  /** Somebody says this there; {@code -r} has the broker keep it. */
  void say(String topic, String text, String how) throws Exception {
    String[] more = how.equals("-r") ? new String[] {"-r"} : new String[] {"-q", "1"};
    List<String> command =
        new ArrayList<>(List.of("mosquitto_pub", "-h", "127.0.0.1", "-p", String.valueOf(port)));
    command.addAll(List.of("-t", topic, "-m", text));
    command.addAll(List.of(more));
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
  }

  @Override
  public void close() {
    shelf.close();
  }
}
