package io.pumphouse.agent.insight;

import static io.pumphouse.hal.reading.Metric.ADD_HEAT_POWER;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_ON;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_POWER;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_STARTS;
import static io.pumphouse.hal.reading.Metric.PRIORITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pumphouse.agent.config.EnergyConfig;
import io.pumphouse.web.model.Reckoned;
import io.pumphouse.web.model.Site;
import io.pumphouse.web.model.Span;
import io.pumphouse.web.model.Summary;
import io.pumphouse.web.model.Tariff;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Run times, starts and hot-water cycles, with their arithmetic. */
final class RunTimesTest {
  private static final Instant T = Instant.parse("2026-02-03T10:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Offset<Double> CLOSE = within(1e-6);
  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
  private static final Site SITE =
      new Site(
          "Villa",
          STOCKHOLM,
          new Tariff(
              "SEK",
              List.of(
                  new Tariff.Rate(LocalTime.of(6, 0), 2.0),
                  new Tariff.Rate(LocalTime.of(12, 0), 1.0))));

  private final Past past = new Past("nibe-s1255");

  private Summary summary(Instant from, Instant to) {
    return Spoken.inSwedish(
        new Analyst(List.of(past.subject(EnergyConfig.UNSAID)), past, SITE, () -> true)
            .summary(Past.PUMP, new Span(from, to)));
  }

  private Summary summary(Duration time) {
    return summary(T, T.plus(time));
  }

  private static double known(Reckoned reckoned) {
    return reckoned.value().orElseThrow(() -> new AssertionError(reckoned.reason()));
  }

  @Test
  void runTimesAreSharesOfTheTimeThatIsKnown() {
    // Compressor on 15 of 60 min known, heater 6 of 60; the second hour is not known at all.
    Duration on = Duration.ofMinutes(15);
    past.hold(COMPRESSOR_ON, T, on, 1).hold(COMPRESSOR_ON, T.plus(on), HOUR.minus(on), 0);
    past.hold(ADD_HEAT_POWER, T, Duration.ofMinutes(54), 0);
    past.hold(ADD_HEAT_POWER, T.plus(Duration.ofMinutes(54)), Duration.ofMinutes(6), 3);
    past.hold(PRIORITY, T, Duration.ofMinutes(5), 20);
    past.hold(PRIORITY, T.plus(Duration.ofMinutes(5)), Duration.ofMinutes(55), 30);

    Summary summary = summary(HOUR.multipliedBy(2));

    assertThat(known(summary.compressor().hours())).isCloseTo(0.25, CLOSE);
    assertThat(known(summary.compressor().share())).isCloseTo(0.25, CLOSE);
    assertThat(known(summary.additionalHeat().share())).isCloseTo(0.1, CLOSE);
    assertThat(known(summary.idle().share())).isCloseTo(39 / 60.0, CLOSE);
    assertThat(known(summary.hotWater().hours())).isCloseTo(5 / 60.0, CLOSE);
  }

  @Test
  void startsAreThoseOfTheCounterIfThereIsOne() {
    // 7 starts in 2 h, although the state shows one.
    past.hold(COMPRESSOR_STARTS, T.minus(HOUR), HOUR.multipliedBy(2), 1000);
    past.hold(COMPRESSOR_STARTS, T.plus(HOUR), HOUR, 1007);
    past.hold(COMPRESSOR_ON, T, HOUR, 0).hold(COMPRESSOR_ON, T.plus(HOUR), HOUR, 1);

    Summary summary = summary(HOUR.multipliedBy(2));

    assertThat(known(summary.starts())).isEqualTo(7);
    assertThat(known(summary.startsPerHour())).isCloseTo(3.5, CLOSE);
  }

  @Test
  void elseStartsAreTheEdgesOfTheState() {
    Duration ten = Duration.ofMinutes(10);
    for (int i = 0; i < 6; i++) { // on, off, on, off, on, off: it was on before, so two starts
      past.hold(COMPRESSOR_ON, T.plus(ten.multipliedBy(i)), ten, (i + 1) % 2);
    }

    assertThat(known(summary(HOUR).starts())).isEqualTo(2);
  }

  @Test
  void aHotWaterCycleIsWholeAndTakesTwoMinutes() {
    // idle 10, hot water 30 at 2 kW, idle 10, hot water 1, idle 5, hot water until the end.
    int[][] minutes = {{10, 10}, {20, 30}, {10, 10}, {20, 1}, {10, 5}, {20, 4}};
    Instant at = T;
    for (int[] part : minutes) {
      past.hold(PRIORITY, at, Duration.ofMinutes(part[1]), part[0]);
      at = at.plus(Duration.ofMinutes(part[1]));
    }
    past.hold(COMPRESSOR_POWER, T, HOUR, 2);

    Summary summary = summary(HOUR);

    assertThat(known(summary.cycles().count())).isEqualTo(1);
    assertThat(known(summary.cycles().perDay())).isCloseTo(24, CLOSE);
    assertThat(known(summary.cycles().minutes())).isCloseTo(30, CLOSE);
    assertThat(known(summary.cycles().electricity())).isCloseTo(1, CLOSE);
    assertThat(summary.cycles().heat().value()).isEmpty();
  }

  @Test
  void memoryHoldsAtMostHalfADayOfMinutesAndAYearGoesByQuarterHours() {
    Summary month = summary(T, T.plus(Duration.ofDays(30)));
    assertThat(past.asked()).allSatisfy(points -> assertThat(points).isLessThanOrEqualTo(780));
    assertThat(month.resolution()).isEqualTo(Duration.ofMinutes(1));

    Summary year = summary(T, T.plus(Duration.ofDays(365)));
    assertThat(past.asked()).allSatisfy(points -> assertThat(points).isLessThanOrEqualTo(780));
    assertThat(year.resolution()).isEqualTo(Duration.ofMinutes(15));
  }
}
