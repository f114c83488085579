package io.pumphouse.agent.publish.ship;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.config.InfluxConfig;
import io.pumphouse.agent.config.InfluxConfig.Place;
import io.pumphouse.agent.publish.influx.InfluxReceiver;
import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** InfluxDB 1.6 and VictoriaMetrics themselves, as Debian has them. */
final class InfluxServersTest {
  private static final String SERIES =
      "heatpump,name=outdoor_temp,pump=house,register_id=30002,type=temperature,unit=°C";

  @TempDir private Path folder;
  private Shelf shelf;
  private final int port = Daemon.freePort();
  private Path secret;

  @BeforeEach
  void build() throws IOException {
    shelf = new Shelf(folder);
    secret = Files.writeString(folder.resolve("secret"), "right\n");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  @Test
  void influxHasEverySampleOnceAtItsRightTimeWhateverHappened() throws IOException {
    try (Daemon influx = Databases.influx(folder, port, true);
        Loop loop = loop(new Place.Database("pumps"), "agent")) {
      ask("/query", "q=CREATE USER agent WITH PASSWORD 'right' WITH ALL PRIVILEGES");
      ask("/query?u=agent&p=right", "q=CREATE DATABASE pumps");
      shelf.isSure.set(false);
      shelf.time.setWall(shelf.start.minus(Duration.ofDays(9)));
      shelf.hear(0, 20);
      loop.turn(); // too early: the clock is wrong
      shelf.store.move(shelf.time.now().sinceBoot(), Duration.ofDays(9));
      shelf.time.setWall(shelf.start.plusSeconds(20));
      shelf.isSure.set(true);
      Files.writeString(secret, "wrong");
      loop.turn();
      assertThat(loop.check().cause()).contains("401").doesNotContain("wrong");
      Files.writeString(secret, "right");
      loop.turn();
      shelf.hear(20, 20);
      influx.kill();
      loop.turn();
      assertThat(loop.check().cause()).contains("connect 127.0.0.1:" + port);
      influx.restart();
      loop.turn();

      assertThat(loop.check().isWell()).isTrue();
      assertThat(ask("/query?u=agent&p=right&db=pumps&epoch=s&q=" + encoded(counting()), ""))
          .contains("[%d,40,0,3.9]".formatted(shelf.start.getEpochSecond()));
      assertThat(ask("/query?u=agent&p=right&db=pumps&q=" + encoded("SHOW SERIES"), ""))
          .contains(SERIES);
    }
  }

  /** As of the start, so that the answer's time says when the first one was taken. */
  private String counting() {
    return "SELECT count(value), first(value), last(value) FROM heatpump WHERE time >= '"
        + shelf.start
        + "'";
  }

  @Test
  void influxRefusesWhatIsOlderThanItKeepsAndTheRestArrives() throws IOException {
    try (Daemon _ = Databases.influx(folder, port, false);
        Loop loop = loop(new Place.Database("pumps"), "")) {
      ask("/query", "q=CREATE DATABASE pumps WITH DURATION 1h");
      shelf.hear(0, 3); // of January 2026
      loop.turn();

      assertThat(loop.check().cause()).contains("refused for good").contains("partial write");
      assertThat(loop.turn()).isEqualTo(Duration.ofSeconds(5));
    }
  }

  @Test
  void victoriaMetricsHasEverySampleOnce() throws IOException {
    try (Daemon vm = Databases.victoria(folder, port);
        Loop loop = loop(new Place.Database("pumps"), "")) {
      shelf.hear(0, 20);
      loop.turn();
      vm.stop(); // killed, it forgets the last seconds of what it took
      shelf.hear(20, 20);
      loop.turn();
      vm.restart();
      loop.turn();
      ask("/internal/force_flush", "");

      String all = ask("/api/v1/export?reduce_mem_usage=0&match[]=heatpump_value", "");
      assertThat(all.replaceAll("(?s).*\"values\":\\[(.*?)\\].*", "$1").split(",", -1))
          .hasSize(40)
          .startsWith("0", "0.1");
    }
  }

  private Loop loop(Place place, String user) {
    InfluxConfig config =
        new InfluxConfig(
            URI.create("http://127.0.0.1:" + port),
            place,
            user,
            user.isEmpty() ? "" : secret.toString(),
            "",
            false,
            true);
    return new Loop(
        new InfluxReceiver(config, Map.of(Shelf.HOUSE, map())),
        shelf.outbox(),
        shelf.time,
        new Random(1));
  }

  static RegisterMap map() {
    return switch (new RegisterMaps().find("nibe-s1255")) {
      case Lookup.Found(RegisterMap map) -> map;
      case Lookup other -> throw new AssertionError(other.toString());
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private String ask(String path, String form) throws IOException {
    return Databases.ask(port, path, form);
  }
}
