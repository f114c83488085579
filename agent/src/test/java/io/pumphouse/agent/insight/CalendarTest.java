package io.pumphouse.agent.insight;

import static io.pumphouse.hal.reading.Metric.COMPRESSOR_POWER;
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

/** Days and prices follow the calendar and the clock of the place. */
final class CalendarTest {
  private static final Instant T = Instant.parse("2026-02-03T10:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Offset<Double> CLOSE = within(1e-6);
  private static final Site SITE =
      new Site(
          "Villa",
          ZoneId.of("Europe/Stockholm"),
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

  private static double known(Reckoned reckoned) {
    return reckoned.value().orElseThrow(() -> new AssertionError(reckoned.reason()));
  }

  @Test
  void aDayOf25HoursHasTwentyFiveHoursOfEnergyAndTheNextDayItsOwn() {
    // Stockholm, 25 October 2026: from 24 Oct 22:00Z to 25 Oct 23:00Z. 1 kW throughout.
    Instant midnight = Instant.parse("2026-10-24T22:00:00Z");
    past.hold(COMPRESSOR_POWER, midnight, Duration.ofHours(49), 1);

    Summary summary = summary(midnight, midnight.plus(Duration.ofHours(49)));

    assertThat(summary.days()).hasSize(2);
    assertThat(known(summary.days().getFirst().electricity())).isCloseTo(25, CLOSE);
    assertThat(known(summary.days().getLast().electricity())).isCloseTo(24, CLOSE);
  }

  @Test
  void aDayOf23HoursHasTwentyThree() {
    Instant midnight = Instant.parse("2026-03-28T23:00:00Z");
    past.hold(COMPRESSOR_POWER, midnight, Duration.ofHours(23), 1);

    Summary summary = summary(midnight, midnight.plus(Duration.ofHours(23)));

    assertThat(summary.days()).hasSize(1);
    assertThat(known(summary.days().getFirst().electricity())).isCloseTo(23, CLOSE);
  }

  @Test
  void costFollowsThePriceOfTheLocalHour() {
    // 10:00Z is 11:00 in Stockholm. 1 h at 2 SEK, then from 12:00 1 h at 1 SEK; 2 kW: 4 + 2.
    past.hold(COMPRESSOR_POWER, T, HOUR.multipliedBy(2), 2);

    assertThat(known(summary(T, T.plus(HOUR.multipliedBy(2))).cost())).isCloseTo(6, CLOSE);
  }

  @Test
  void beforeTheFirstRateOfADayTheLastOneHolds() {
    // 04:00Z is 05:00 in Stockholm: the 12:00 price of the day before.
    Instant early = Instant.parse("2026-02-03T04:00:00Z");
    past.hold(COMPRESSOR_POWER, early, HOUR, 2);

    assertThat(known(summary(early, early.plus(HOUR)).cost())).isCloseTo(2, CLOSE);
  }
}
