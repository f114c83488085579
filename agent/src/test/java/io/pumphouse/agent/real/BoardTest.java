package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product with pins in its configuration, on a machine that has none, and without. */
final class BoardTest {
  private static final String PUMP =
      """
      - id: house
        model: nibe-s1255
        line: {tcp: "127.0.0.1:1", unit: 1}
        poll-interval: 1s
      """;

  @TempDir private Path folder;

  /** Memory is what a Pi has least of: what nobody asked for is not loaded. */
  @Test
  void anAgentWithoutPinsOrReceiversLoadsNothingThatKnowsThem()
      throws IOException, InterruptedException {
    Path loaded = folder.resolve("classes.txt");
    try (Product product = Product.start(folder, PUMP, telling(loaded))) {
      assertThat(product.get("/healthz")).doesNotContain("\"board\"");
      product.terminate();
    }

    assertThat(Files.readAllLines(loaded))
        .anyMatch(line -> line.contains("io.pumphouse.agent.board.BoardRoom"))
        .noneMatch(line -> line.contains("com.pi4j") || line.contains("PiBoard"))
        .noneMatch(line -> line.contains("GpioSection") || line.contains("hal.gpio.Pin "))
        .anyMatch(line -> line.contains("io.pumphouse.agent.publish.PublishRoom"))
        .noneMatch(line -> line.contains("publish.mqtt.") || line.contains("publish.influx."))
        .noneMatch(line -> line.contains("protocol.http.HttpURLConnection"));
  }

  @Test
  void whereThereAreNoPinsTheAgentSaysSoAndRunsOn() throws IOException, InterruptedException {
    assumeThat(Path.of("/dev/gpiochip0")).doesNotExist();
    try (Product product =
        Product.start(
            folder,
            PUMP,
            "gpio: {s0-meter: {pin: 24, pulses-per-kwh: 1000}, status-lamp: 23}",
            Map.of())) {
      assertThat(healthOf(product)).contains("this machine has no pins", "delete it from");
      Map<String, Object> power = product.reading("house", "electric_power");
      assertThat(power).containsEntry("state", "invalid").containsEntry("reason", "line-down");
      product.terminate();
    }
  }

  /** The board is opened soon after the start, not before it. */
  private static String healthOf(Product product) throws IOException, InterruptedException {
    String health = product.get("/healthz");
    for (int i = 0; i < 500 && health.contains("not open yet"); i++) {
      health = product.get("/healthz");
    }
    return health;
  }

  /** Said last, for the options that the product ships silence the log. */
  private static Map<String, String> telling(Path classes) {
    return Map.of("_JAVA_OPTIONS", "-Xlog:class+load=info:file=" + classes);
  }

  @Test
  void pinsAreAtRestWhereThereIsNothingToPutThere() throws IOException, InterruptedException {
    Path config = folder.resolve("pumphouse.yaml");
    Files.writeString(config, "pumps:\n" + PUMP.indent(2));
    try (Child command =
        new Child(
            Map.of(), Product.command(List.of("pins-at-rest", "--config", config.toString())))) {
      assertThat(command.exitCode()).isZero();
    }
  }
}
