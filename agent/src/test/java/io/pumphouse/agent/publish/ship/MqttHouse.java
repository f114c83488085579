package io.pumphouse.agent.publish.ship;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.config.MqttConfig;
import io.pumphouse.agent.publish.mqtt.MqttReceiver;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.Writes;
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
    return receiver(config, InfluxServersTest.map(), pump);
  }

  private <P extends LiveReadings & Writes> MqttReceiver receiver(
      MqttConfig config, RegisterMap map, P house) {
    return new MqttReceiver(
        config, Map.of(Shelf.HOUSE, map), house, house, "1.2.3", shelf.isSure::get, shelf.time);
  }

  Loop loop(MqttConfig config) {
    return loop(config, InfluxServersTest.map(), pump);
  }

  /** For another pump. */
  <P extends LiveReadings & Writes> Loop loop(MqttConfig config, RegisterMap map, P house) {
    return new Loop(receiver(config, map, house), shelf.outbox(), shelf.time, new Random(1));
  }

  /** What the broker keeps there. */
  String kept(String topic) throws Exception {
    return run("mosquitto_sub", "-W", "10", "-C", "1", "-t", topic);
  }

  /** Somebody says this there, and the broker confirms it. */
  void say(String topic, String text) throws Exception {
    String unused = run("mosquitto_pub", "-q", "1", "-t", topic, "-m", text);
  }

  /** The same, and the broker keeps it. */
  void sayForEver(String topic, String text) throws Exception {
    String unused = run("mosquitto_pub", "-q", "1", "-r", "-t", topic, "-m", text);
  }

  private String run(String program, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(List.of(program, "-h", "127.0.0.1", "-p", String.valueOf(port)));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(String.join(" ", options)).isZero();
    return said.strip();
  }

  @Override
  public void close() {
    shelf.close();
  }
}
