package io.pumphouse.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Unit;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.sample.FakeAccess;
import io.pumphouse.web.sample.FakeLive;
import io.pumphouse.web.sample.FakeWrites;
import io.pumphouse.web.sample.Readings;
import io.pumphouse.web.sample.Villa;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Prometheus is told. */
final class MetricsTest {
  private static final Path PROMTOOL = Path.of("/usr/bin/promtool");

  /** Of a house as they are, and of one with all there can be. */
  static Stream<FakeLive> houses() {
    return Stream.of(Villa.live(), everything());
  }

  private static FakeLive everything() {
    Stream<LiveReading> metrics =
        Stream.of(Metric.values()).map(metric -> Readings.value(metric, "0.1", 10));
    Stream<LiveReading> units =
        Stream.of(Unit.values()).map(unit -> Readings.register(unit.name(), "Made up", unit, 7));
    return new FakeLive()
        .with(Villa.HOUSE, Stream.concat(metrics, units).toArray(LiveReading[]::new));
  }

  @ParameterizedTest
  @MethodSource("houses")
  void promtoolHasNothingToSay(FakeLive house) throws Exception {
    if ("true".equals(System.getenv("CI"))) {
      assertThat(PROMTOOL).as(".ci/run installs it").isExecutable();
    }
    assumeThat(Files.isExecutable(PROMTOOL)).as("promtool is installed").isTrue();
    Process promtool =
        new ProcessBuilder(PROMTOOL.toString(), "check", "metrics")
            .redirectErrorStream(true)
            .start();
    try (var out = promtool.getOutputStream()) {
      out.write(metrics(house).body().getBytes(UTF_8));
    }
    String said = new String(promtool.getInputStream().readAllBytes(), UTF_8);

    assertThat(said).isEmpty();
    assertThat(promtool.waitFor()).isZero();
  }

  @Test
  void valuesAreInBaseUnitsAndNamedByMetric() throws Exception {
    HttpResponse<String> answer = metrics();

    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
    assertThat(answer.body())
        .contains("# TYPE pumphouse_temperature_celsius gauge\n")
        .contains("pumphouse_temperature_celsius{pump=\"house\",metric=\"outdoor_temp\"} ")
        .contains("pumphouse_agent{version=\"1.2.3\"} 1\n")
        .containsPattern("pumphouse_pump\\{pump=\"house\",model=\"[a-z0-9-]+\"} 1\n");
  }

  @Test
  void everyMetricAndEveryUnitIsTold() throws Exception {
    String told = metrics(everything()).body();

    for (Metric metric : Metric.values()) {
      assertThat(told).contains(",metric=\"" + metric.key() + "\"} ");
    }
    for (Unit unit : Unit.values()) {
      assertThat(told).contains(",metric=\"register:" + unit.name() + "\"} ");
    }
  }

  @Test
  void eachFamilyHasOneHead() throws Exception {
    assertThat(metrics().body().lines().filter(line -> line.startsWith("# TYPE")))
        .doesNotHaveDuplicates()
        .isNotEmpty();
  }

  @Test
  void whereReadingNeedsALoginSoDoesThis() throws Exception {
    assertThat(status(false)).isEqualTo(401);
  }

  @Test
  void itCanBeOpenForAllByItself() throws Exception {
    assertThat(status(true)).isEqualTo(200);
  }

  private static int status(boolean isOpen) throws Exception {
    WebSettings settings =
        new WebSettings(
            "127.0.0.1",
            0,
            1,
            Duration.ZERO,
            false,
            Set.of(),
            Set.of(),
            "",
            new Tls.None(),
            isOpen);
    try (RunningServer server =
        new RunningServer(new FakeAccess(FakeAccess.CLAIMED), new FakeWrites(), settings)) {
      return server.get("/metrics").statusCode();
    }
  }

  private static HttpResponse<String> metrics() throws Exception {
    return metrics(Villa.live());
  }

  private static HttpResponse<String> metrics(FakeLive house) throws Exception {
    try (RunningServer server =
        new RunningServer(Villa.SITE, house, Villa.history(), Villa.health(), 32)) {
      return server.get("/metrics");
    }
  }
}
