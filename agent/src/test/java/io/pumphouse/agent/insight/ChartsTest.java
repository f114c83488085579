package io.pumphouse.agent.insight;

import static io.pumphouse.hal.reading.Metric.BRINE_IN;
import static io.pumphouse.hal.reading.Metric.BRINE_OUT;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_ON;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_POWER;
import static io.pumphouse.hal.reading.Metric.CONDENSER_OUT;
import static io.pumphouse.hal.reading.Metric.FLOW;
import static io.pumphouse.hal.reading.Metric.OUTDOOR_TEMP;
import static io.pumphouse.hal.reading.Metric.PRIORITY;
import static io.pumphouse.hal.reading.Metric.RETURN_TEMP;
import static io.pumphouse.hal.reading.Metric.SUPPLY_TEMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pumphouse.agent.config.EnergyConfig;
import io.pumphouse.web.model.Chart;
import io.pumphouse.web.model.Insight.Charted;
import io.pumphouse.web.model.Site;
import io.pumphouse.web.model.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChartsTest {
  private static final Instant T = Instant.parse("2026-02-03T10:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final Past past = new Past("nibe-s1255");

  private Charted ask(Duration time, int points, String... metrics) {
    return analyst().chart(Past.PUMP, List.of(metrics), new Span(T, T.plus(time)), points);
  }

  private Analyst analyst() {
    return new Analyst(
        List.of(past.subject(EnergyConfig.UNSAID)),
        past,
        new Site("x", ZoneId.of("UTC")),
        () -> true);
  }

  private Chart chart(Duration time, int points, String... metrics) {
    return switch (ask(time, points, metrics)) {
      case Charted.Drawn(Chart chart) -> chart;
      case Charted.NoSuchMetric unknown -> throw new AssertionError(unknown.toString());
    };
  }

  @Test
  void aRegisterIsInItsUnitAndAGapIsNotThere() {
    past.hold(OUTDOOR_TEMP, T, Duration.ofMinutes(15), -7.5);
    past.hold(OUTDOOR_TEMP, T.plus(Duration.ofMinutes(15)), Duration.ofMinutes(15), -5.5);

    Chart chart = chart(HOUR, 2, "outdoor_temp");

    assertThat(chart.steps()).isEqualTo(2);
    assertThat(chart.lines().getFirst().points())
        .singleElement()
        .satisfies(
            point -> {
              assertThat(point.lowest()).isCloseTo(-7.5, within(1e-9));
              assertThat(point.mean()).isCloseTo(-6.5, within(1e-9));
              assertThat(point.highest()).isCloseTo(-5.5, within(1e-9));
              assertThat(point.quality()).isEqualTo(1);
            });
  }

  @Test
  void derivedMetricsAreWorkedOutStepByStep() {
    // 12 l/min × 4.18 / 60 × 5 K = 4.18 kW; / 2 kW = 2.09; ideal 315 / 42 = 7.5 at brine out 3 °C.
    past.hold(COMPRESSOR_POWER, T, HOUR, 2).hold(FLOW, T, HOUR, 12);
    past.hold(CONDENSER_OUT, T, HOUR, 40).hold(RETURN_TEMP, T, HOUR, 35);
    past.hold(SUPPLY_TEMP, T, HOUR, 39).hold(BRINE_IN, T, HOUR, 6).hold(BRINE_OUT, T, HOUR, 3);

    Chart chart =
        chart(
            HOUR,
            4,
            "electric_power",
            "heat_power",
            "cop",
            "brine_delta",
            "heating_delta",
            "carnot_share");

    List<Double> expected = List.of(2000.0, 4180.0, 2.09, 3.0, 4.0, 209 / 7.5);
    for (int i = 0; i < expected.size(); i++) {
      Chart.Line line = chart.lines().get(i);
      assertThat(line.points()).as(line.metric()).hasSize(4);
      assertThat(line.points().getLast().mean())
          .as(line.metric())
          .isCloseTo(expected.get(i), within(1e-6));
    }
  }

  @Test
  void aCopThatIsAskedForInAQuarterHourIsOfTheWholeOne() {
    past.hold(COMPRESSOR_POWER, T, Duration.ofMinutes(10), 1);
    past.hold(COMPRESSOR_POWER, T.plus(Duration.ofMinutes(10)), Duration.ofMinutes(5), 4);
    past.hold(FLOW, T, HOUR, 12).hold(CONDENSER_OUT, T, HOUR, 40).hold(RETURN_TEMP, T, HOUR, 35);
    Instant late = T.plus(Duration.ofMinutes(13));

    Chart.Point point =
        switch (analyst().chart(Past.PUMP, List.of("cop"), new Span(late, T.plusSeconds(900)), 2)) {
          case Charted.Drawn(Chart chart) -> chart.lines().getFirst().points().getLast();
          case Charted.NoSuchMetric unknown -> throw new AssertionError(unknown.toString());
        };

    assertThat(point.mean()).isCloseTo(4.18 / 2, within(1e-6)); // (10 × 1 + 5 × 4) / 15 kW
  }

  @Test
  void hotWaterIsTheShareOfEachStepInWhichTheCompressorWorksOnIt() {
    past.hold(COMPRESSOR_ON, T, Duration.ofMinutes(45), 1);
    past.hold(COMPRESSOR_ON, T.plus(Duration.ofMinutes(45)), Duration.ofMinutes(15), 0);
    past.hold(PRIORITY, T, Duration.ofMinutes(15), 30);
    past.hold(PRIORITY, T.plus(Duration.ofMinutes(15)), Duration.ofMinutes(45), 20);

    assertThat(chart(HOUR, 4, "hot_water_on").lines().getFirst().points())
        .extracting(Chart.Point::mean)
        .containsExactly(0.0, 1.0, 1.0, 0.0);
  }

  @Test
  void peaksOfDerivedMetricsSurviveTheStepsOfTheChart() {
    past.hold(COMPRESSOR_POWER, T, Duration.ofMinutes(59), 1);
    past.hold(COMPRESSOR_POWER, T.plus(Duration.ofMinutes(59)), Duration.ofMinutes(1), 7);

    Chart.Point point = chart(HOUR, 1, "electric_power").lines().getFirst().points().getFirst();

    assertThat(point.highest()).isCloseTo(7_000, within(1e-6));
    assertThat(point.lowest()).isCloseTo(1_000, within(1e-6));
    assertThat(point.mean()).isCloseTo(1_100, within(1e-6)); // (59 × 1 + 7) / 60 kW
  }

  @Test
  void anUnknownMetricNamesTheKnownOnes() {
    assertThat(ask(HOUR, 4, "outdoor_temp", "outdoor"))
        .isInstanceOfSatisfying(
            Charted.NoSuchMetric.class,
            unknown -> {
              assertThat(unknown.name()).isEqualTo("outdoor");
              assertThat(unknown.known()).contains("outdoor_temp", "cop", "carnot_share");
            });
  }

  @Test
  void aMetricWithoutAnyValueIsOneLongGap() {
    assertThat(chart(HOUR, 4, "flow", "cop").lines())
        .extracting(Chart.Line::metric, line -> line.points().size())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("flow", 0),
            org.assertj.core.groups.Tuple.tuple("cop", 0));
  }
}
