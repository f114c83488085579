package io.pumphouse.agent.insight;

import static io.pumphouse.hal.reading.Metric.COMPRESSOR_POWER;
import static io.pumphouse.hal.reading.Metric.CONDENSER_OUT;
import static io.pumphouse.hal.reading.Metric.FLOW;
import static io.pumphouse.hal.reading.Metric.RETURN_TEMP;
import static io.pumphouse.hal.reading.Metric.TOTAL_ELECTRICITY;
import static io.pumphouse.hal.reading.Metric.TOTAL_HEAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pumphouse.agent.config.EnergyConfig;
import io.pumphouse.web.model.Chart.Point;
import io.pumphouse.web.model.Efficiency;
import io.pumphouse.web.model.Insight.Charted;
import io.pumphouse.web.model.Site;
import io.pumphouse.web.model.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far off a COP may be because the meters count in steps of 0.1 kWh, by hand. */
final class MarginTest {
  private static final Instant T = Instant.parse("2026-02-03T10:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private final Past past = new Past("nibe-s1255");
  private final Analyst analyst =
      new Analyst(
          List.of(past.subject(EnergyConfig.UNSAID)),
          past,
          new Site("x", ZoneId.of("UTC")),
          () -> true);

  private Efficiency efficiency(Duration time) {
    return analyst.summary(Past.PUMP, new Span(T, T.plus(time))).efficiency();
  }

  private List<Point> curve(String metric) {
    Span span = new Span(T, T.plus(HOUR));
    return analyst.chart(Past.PUMP, List.of(metric), span, 4) instanceof Charted.Drawn(var chart)
        ? chart.lines().getFirst().points()
        : List.of();
  }

  /**
   * Both meters stood still for an hour, and then moved so much in the last minute of each quarter.
   */
  private void quarters(double electricity, double heat) {
    past.hold(TOTAL_ELECTRICITY, T.minus(HOUR), HOUR.plusMinutes(14), 100);
    past.hold(TOTAL_HEAT, T.minus(HOUR), HOUR.plusMinutes(14), 400);
    for (int i = 1; i <= 4; i++) {
      Instant at = T.plus(QUARTER.multipliedBy(i)).minusSeconds(60);
      Duration time = i < 4 ? QUARTER : Duration.ofMinutes(1);
      past.hold(TOTAL_ELECTRICITY, at, time, 100 + electricity * i);
      past.hold(TOTAL_HEAT, at, time, 400 + heat * i);
    }
  }

  @Test
  void aDifferenceOfTwoReadingsIsOffByAStepOverTheRootOfSix() {
    // 1.2 and 4 kWh, each u = √(2 × 0.1² / 12) = 0.040825 kWh;
    // 2 × √((4 / 1.2 × u)² + u²) / 1.2 = 2 × 0.040825 × √12.1111 / 1.2 = 0.23679.
    past.hold(TOTAL_ELECTRICITY, T.minus(HOUR), HOUR, 100)
        .hold(TOTAL_HEAT, T.minus(HOUR), HOUR, 400);
    past.hold(TOTAL_ELECTRICITY, T, HOUR, 101).hold(TOTAL_ELECTRICITY, T.plus(HOUR), HOUR, 101.2);
    past.hold(TOTAL_HEAT, T, HOUR, 403).hold(TOTAL_HEAT, T.plus(HOUR), HOUR, 404);

    Efficiency efficiency = efficiency(HOUR.multipliedBy(2));

    assertThat(efficiency.cop().value()).hasValueCloseTo(4 / 1.2, within(1e-6));
    assertThat(efficiency.margin()).isCloseTo(0.23679, within(1e-5));
  }

  @Test
  void whatIsNotCountedIsNotOff() {
    past.hold(COMPRESSOR_POWER, T, HOUR, 2).hold(FLOW, T, HOUR, 12);
    past.hold(CONDENSER_OUT, T, HOUR, 40).hold(RETURN_TEMP, T, HOUR, 35);

    assertThat(efficiency(HOUR).cop().value()).hasValueCloseTo(2.09, within(1e-6));
    assertThat(efficiency(HOUR).margin()).isZero();
  }

  @Test
  void aQuarterHourOfOneStepHasNoCopButAReasonWithTheNumbers() {
    // 0.1 and 0.4 kWh: heat moved by 0.4 at a time, u = √(2 × 0.4² / 12) = 0.16330;
    // 2 × √((4 × 0.040825)² + 0.16330²) / 0.1 = 4.6188, more than a third of 4.
    quarters(0.1, 0.4);

    Efficiency efficiency = efficiency(QUARTER);

    assertThat(efficiency.cop().reason()).contains("steps too coarse", "4.0 ± 4.6");
    assertThat(efficiency.carnotShare().value()).isEmpty();
    assertThat(efficiency.margin()).isZero();
  }

  @Test
  void aCurveShowsTheHourWhereAQuarterIsTooLittle() {
    // The hour has 0.4 and 1.6 kWh: 2 × √((4 × 0.040825)² + 0.16330²) / 0.4 = 1.1547.
    quarters(0.1, 0.4);

    assertThat(curve("cop"))
        .hasSize(4)
        .allSatisfy(
            point -> {
              assertThat(point.lowest()).isCloseTo(4 - 1.1547, within(1e-4));
              assertThat(point.mean()).isCloseTo(4, within(1e-6));
              assertThat(point.highest()).isCloseTo(4 + 1.1547, within(1e-4));
            });
  }

  @Test
  void aCurveShowsTheQuarterWhereItIsEnough() {
    // 12 and 48 kW: each minute both move by 0.2 and 0.8 kWh, so no step is spread. A quarter has
    // 3 and 12 kWh: 2 × 0.040825 × √(4² + 1) / 3 = 0.11222.
    past.count(TOTAL_ELECTRICITY, T.minus(HOUR), HOUR.multipliedBy(2), 100, 12);
    past.count(TOTAL_HEAT, T.minus(HOUR), HOUR.multipliedBy(2), 400, 48);

    assertThat(curve("cop"))
        .hasSize(4)
        .allSatisfy(
            point -> {
              assertThat(point.mean()).isCloseTo(4, within(1e-6));
              assertThat(point.highest() - point.mean()).isCloseTo(0.11222, within(1e-5));
            });
  }
}
