package io.pumphouse.agent.insight;

import static io.pumphouse.hal.reading.Metric.COMPRESSOR_ON;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_POWER;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_STARTS;
import static io.pumphouse.hal.reading.Metric.PRIORITY;
import static io.pumphouse.hal.reading.Metric.TOTAL_ELECTRICITY;
import static io.pumphouse.hal.reading.Metric.TOTAL_HEAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pumphouse.agent.config.EnergyConfig;
import io.pumphouse.web.model.DaySum;
import io.pumphouse.web.model.Mode;
import io.pumphouse.web.model.Reckoned;
import io.pumphouse.web.model.Site;
import io.pumphouse.web.model.Span;
import io.pumphouse.web.model.Summary;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A month in minutes and a year in quarter hours say what the readings themselves say. */
final class LevelsTest {
  private static final Instant T = Instant.parse("2026-03-28T00:00:00Z"); // a day of 23 h follows
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration LIVED = Duration.ofDays(3);
  private static final Offset<Double> CLOSE = within(1e-6);
  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

  private final Past past = new Past("nibe-s1255");
  private final Analyst analyst =
      new Analyst(
          List.of(past.subject(EnergyConfig.UNSAID)), past, new Site("x", STOCKHOLM), () -> true);

  /** What the readings add up to, worked out while they are made up. */
  private static final class Sums {
    private double electricity;
    private double heat;
    private double wattHours;
    private double hoursOn;
    private int starts;
  }

  private Summary month() {
    return analyst.summary(Past.PUMP, new Span(T, T.plus(LIVED)));
  }

  /** The same readings, in the middle of a time so long that it is read in quarter hours. */
  private Summary year() {
    return analyst.summary(
        Past.PUMP, new Span(T.minus(Duration.ofDays(40)), T.plus(Duration.ofDays(40))));
  }

  /** Runs and rests of odd lengths; counters as they stand at each change, power as it holds. */
  private Sums live(Random random) {
    Sums sums = new Sums();
    past.hold(TOTAL_ELECTRICITY, T.minus(HOUR), HOUR, 100);
    past.hold(TOTAL_HEAT, T.minus(HOUR), HOUR, 400);
    past.hold(COMPRESSOR_STARTS, T.minus(HOUR), HOUR, 1_000);
    boolean isOn = false;
    for (Instant at = T; at.isBefore(T.plus(LIVED)); ) {
      long left = Duration.between(at, T.plus(LIVED)).toSeconds();
      Duration time = Duration.ofSeconds(Math.min(left, 300 + random.nextInt(7_200)));
      isOn = !isOn;
      run(sums, at, time, isOn ? 5 + random.nextInt(40) : 0);
      at = at.plus(time);
    }
    return sums;
  }

  private void run(Sums sums, Instant at, Duration time, int tenths) {
    sums.electricity += tenths / 10.0;
    sums.heat += tenths * 3 / 10.0;
    sums.starts += tenths > 0 ? 1 : 0;
    sums.hoursOn += tenths > 0 ? time.toSeconds() / 3_600.0 : 0;
    sums.wattHours += tenths * 100.0 * time.toSeconds() / 3_600.0;
    past.hold(TOTAL_ELECTRICITY, at, time, 100 + sums.electricity);
    past.hold(TOTAL_HEAT, at, time, 400 + sums.heat);
    past.hold(COMPRESSOR_STARTS, at, time, 1_000 + sums.starts);
    past.hold(COMPRESSOR_ON, at, time, tenths > 0 ? 1 : 0);
    past.hold(COMPRESSOR_POWER, at, time, tenths / 10.0);
  }

  private static double known(Reckoned reckoned) {
    return reckoned.value().orElseThrow(() -> new AssertionError(reckoned.reason()));
  }

  private static double sum(Summary summary, Function<DaySum, Reckoned> part) {
    return summary.days().stream().map(part).mapToDouble(amount -> amount.value().orElse(0)).sum();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyLevelSaysWhatTheReadingsSay(long seed) {
    Sums sums = live(new Random(seed));

    for (Summary summary : List.of(month(), year())) {
      assertThat(known(summary.electricity().kilowattHours())).isCloseTo(sums.electricity, CLOSE);
      assertThat(known(summary.heat().kilowattHours())).isCloseTo(sums.heat, CLOSE);
      assertThat(known(summary.efficiency().cop())).isCloseTo(3, CLOSE);
      assertThat(known(summary.starts())).isEqualTo(sums.starts);
      assertThat(known(summary.compressor().hours())).isCloseTo(sums.hoursOn, CLOSE);
      assertThat(known(summary.averagePower()))
          .isCloseTo(sums.wattHours / LIVED.toHours(), within(1e-3));
      assertThat(sum(summary, DaySum::electricity)).isCloseTo(sums.electricity, CLOSE);
      assertThat(sum(summary, DaySum::heat)).isCloseTo(sums.heat, CLOSE);
    }
    assertThat(month().resolution()).isEqualTo(Duration.ofMinutes(1));
    assertThat(year().resolution()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void whatQuarterHoursHideIsWithheldForAYear() {
    // Hot water for ten minutes of each hour; no counter of starts.
    for (int hour = 0; hour < 24; hour++) {
      Instant at = T.plus(Duration.ofHours(hour));
      past.hold(PRIORITY, at, Duration.ofMinutes(10), 20);
      past.hold(PRIORITY, at.plus(Duration.ofMinutes(10)), Duration.ofMinutes(50), 30);
      past.hold(COMPRESSOR_ON, at, Duration.ofMinutes(50), 1);
      past.hold(COMPRESSOR_ON, at.plus(Duration.ofMinutes(50)), Duration.ofMinutes(10), 0);
    }

    assertThat(known(month().cycles().count())).isEqualTo(23); // the first began unseen
    assertThat(known(month().starts())).isEqualTo(23);
    Summary year = year();
    assertThat(year.cycles().count().reason()).contains("quarter hours", "a month at most");
    assertThat(year.starts().reason()).contains("a month at most");
    assertThat(year.hotWater().hours().reason()).contains("a month at most");
  }

  @Test
  void aModeOfAYearCountsOnlyQuarterHoursThatWereItThroughout() {
    // Each hour 10 min of hot water at 3 kW, then 50 min of heating at 2 kW; COP 3.
    past.hold(TOTAL_ELECTRICITY, T.minus(HOUR), HOUR, 100);
    past.hold(TOTAL_HEAT, T.minus(HOUR), HOUR, 400);
    for (int minute = 0; minute < 24 * 60; minute++) {
      Instant at = T.plus(Duration.ofMinutes(minute));
      past.hold(PRIORITY, at, Duration.ofMinutes(1), minute % 60 < 10 ? 20 : 30);
      past.hold(COMPRESSOR_ON, at, Duration.ofMinutes(1), 1);
      past.hold(TOTAL_ELECTRICITY, at, Duration.ofMinutes(1), 100 + (minute + 1) * 0.1);
      past.hold(TOTAL_HEAT, at, Duration.ofMinutes(1), 400 + (minute + 1) * 0.3);
    }

    assertThat(month().modes()).containsKeys(Mode.HEATING, Mode.HOT_WATER);
    assertThat(year().modes()).containsOnlyKeys(Mode.HEATING);
    // Three of four quarters: 24 × 45 min × 0.1 kWh.
    assertThat(year().modes().values())
        .singleElement()
        .satisfies(heating -> assertThat(heating.electricity()).isCloseTo(108, CLOSE));
  }
}
