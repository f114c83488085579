package io.pumphouse.agent.publish.ship;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server has a load, but its answer gets lost: the load comes again, and nothing is doubled. */
final class LostAnswerTest {
  private static final int ALL = 60;

  @TempDir private Path folder;
  private final int port = Daemon.freePort();
  private Shelf shelf;

  @BeforeEach
  void build() {
    shelf = new Shelf(folder);
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  @Test
  void influxHasEachOnce() throws IOException {
    try (Daemon _ = Databases.influx(folder, port, false)) {
      Databases.ask(port, "/query", "q=CREATE DATABASE pumps");
      sendOverALossyWire();

      assertThat(Databases.ask(port, "/query?db=pumps&epoch=ms&q=SELECT+value+FROM+heatpump", ""))
          .contains("\"values\":[" + each(i -> "[" + time(i) + "," + value(i) + "]") + "]}");
    }
  }

  @Test
  void victoriaMetricsHasEachOnce() throws IOException {
    try (Daemon _ = Databases.victoria(folder, port)) {
      sendOverALossyWire();
      Databases.ask(port, "/internal/force_flush", "");

      assertThat(
              Databases.ask(port, "/api/v1/export?reduce_mem_usage=0&match[]=heatpump_value", ""))
          .contains("\"values\":[" + each(this::value) + "]")
          .contains("\"timestamps\":[" + each(this::time) + "]");
    }
  }

  private void sendOverALossyWire() throws IOException {
    try (LossyWire wire = new LossyWire(port);
        Loop loop = Databases.loop(wire.port(), shelf)) {
      shelf.hear(0, 40);
      wire.lose(2);
      loop.turn();
      assertThat(loop.check().isWell()).isFalse();
      shelf.hear(40, ALL - 40);
      loop.turn();
      assertThat(loop.check().isWell()).isFalse();
      assertThat(wire.toLose()).isZero();
      loop.turn();

      assertThat(loop.check().isWell()).isTrue();
    }
  }

  private static String each(IntFunction<String> word) {
    return IntStream.range(0, ALL).mapToObj(word).collect(Collectors.joining(","));
  }

  private String time(int i) {
    return String.valueOf(shelf.start.plusSeconds(i).toEpochMilli());
  }

  private String value(int i) {
    return BigDecimal.valueOf(i).movePointLeft(1).stripTrailingZeros().toPlainString();
  }
}
