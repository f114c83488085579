package io.pumphouse.agent.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.config.Config;
import io.pumphouse.agent.config.ConfigFile;
import io.pumphouse.agent.config.Loaded;
import io.pumphouse.hal.gpio.FakeBoard;
import io.pumphouse.hal.reading.TimeSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole agent with pins that a test drives, at a pump whose line is dead. */
final class MeteredPumpTest {
  private static final int PIN = 24;
  private static final String CONFIG =
      """
      site: {name: Test, time-zone: Europe/Stockholm}
      pumps:
        - {id: house, model: nibe-s1255, line: {tcp: "127.0.0.1:1"}, poll-interval: 1s}
      store: {commit-interval: 1s}
      web: {listen: "127.0.0.1:0"}
      gpio: {s0-meter: {pin: 24, pulses-per-kwh: 100000, pump: house}}
      """;

  @TempDir private Path folder;
  private final AtomicReference<FakeBoard> board =
      new AtomicReference<>(new FakeBoard(new SystemTime()));
  private final SystemTime time = new SystemTime();

  private FakeBoard board(TimeSource clock) {
    board.set(new FakeBoard(clock));
    return board.get();
  }

  /** One pulse is a hundredth of a Wh; some twenty of them come in a second. */
  @Test
  void pulsesAtAPinBecomeTheElectricityOfItsPumpAndAreStored() throws Exception {
    Machine machine = Machine.here().withTrustedClock().withBoard(this::board);
    try (AgentApp agent = new AgentApp(config(), file(), folder.resolve("data"), machine);
        HttpClient http = HttpClient.newHttpClient()) {
      URI dashboard = URI.create(agent.start().cause());
      String readings = "/api/v1/pumps/house/readings";
      pulseUntil(
          http, dashboard.resolve(readings), "\"metric\":\"electric_power\"[^}]*\"value\":[1-9]");
      pulseUntil(
          http,
          dashboard.resolve(readings),
          "\"metric\":\"metered_electricity\"[^}]*\"value\":0\\.00[1-9]");
      String series =
          "/api/v1/pumps/house/series?metrics=electric_power,metered_electricity&range=1h";
      pulseUntil(
          http, dashboard.resolve(series), "\"electric_power\":\\{[^}]*\"avg\":\\[[^]]*[1-9]");
      assertThat(get(http, dashboard.resolve("/api/v1/board"))).contains("\"s0-meter\"", "24");
    }
  }

  private Path file() {
    return folder.resolve("pumphouse.yaml");
  }

  private Config config() throws IOException {
    Path file = Files.writeString(file(), CONFIG);
    return switch (new ConfigFile(MapShelf::beside, ZoneOffset.UTC).read(file)) {
      case Loaded.Valid(Config config) -> config;
      case Loaded.Wrong(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  private void pulseUntil(HttpClient http, URI address, String shown) throws Exception {
    long end = time.nanos() + Duration.ofSeconds(30).toNanos();
    String body = get(http, address);
    while (!body.matches("(?s).*" + shown + ".*")) {
      assertThat(time.nanos()).as(body).isLessThan(end);
      for (int pulse = 0; pulse < 5; pulse++) {
        hold(true);
        hold(false);
      }
      body = get(http, address);
    }
  }

  /** A contact that rests for less than 15 ms bounces. */
  private void hold(boolean isClosed) throws InterruptedException {
    board.get().drive(PIN, isClosed);
    new LinkedBlockingQueue<>().poll(25, TimeUnit.MILLISECONDS);
  }

  private static String get(HttpClient http, URI address) throws Exception {
    return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
  }
}
