package io.pumphouse.agent.insight;

import static io.pumphouse.hal.reading.Metric.ADD_HEAT_POWER;
import static io.pumphouse.hal.reading.Metric.BRINE_IN;
import static io.pumphouse.hal.reading.Metric.BRINE_OUT;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_FREQUENCY;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_ON;
import static io.pumphouse.hal.reading.Metric.CONDENSER_OUT;
import static io.pumphouse.hal.reading.Metric.OUTDOOR_TEMP;
import static io.pumphouse.hal.reading.Metric.PRIORITY;
import static io.pumphouse.hal.reading.Metric.RETURN_TEMP;
import static io.pumphouse.hal.reading.Metric.SUPPLY_TEMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pumphouse.agent.config.EnergyConfig;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.web.model.Finding;
import io.pumphouse.web.model.Site;
import io.pumphouse.web.model.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule once where it must speak and once where it must not. */
final class FindingsTest {
  private static final Instant T = Instant.parse("2026-02-03T00:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final Past past = new Past("nibe-s1255");

  private List<Finding> findings(Duration time) {
    return new Analyst(
            List.of(past.subject(EnergyConfig.UNSAID)),
            past,
            new Site("x", ZoneId.of("UTC")),
            () -> true)
        .findings(Past.PUMP, new Span(T, T.plus(time)));
  }

  /** Of these kinds, each with all that a person needs to judge it. */
  private void found(Duration time, String... kinds) {
    List<Finding> findings = findings(time);
    assertThat(findings).extracting(Finding::kind).containsExactly(kinds);
    assertThat(findings)
        .allSatisfy(
            finding -> {
              assertThat(finding.evidence()).isNotEmpty();
              assertThat(finding.evidence())
                  .allSatisfy(evidence -> assertThat(evidence.value()).isFinite());
              assertThat(List.of(finding.words(), finding.next(), finding.threshold()))
                  .noneMatch(String::isBlank);
              assertThat(finding.source()).containsAnyOf("choice", "survey", "guides");
              assertThat(finding.when().length()).isPositive();
              Spoken.inSwedish(finding);
            });
  }

  private void cycle(int onMinutes, int offMinutes, int times) {
    Instant at = T;
    for (int i = 0; i < times; i++) {
      past.hold(COMPRESSOR_ON, at, Duration.ofMinutes(offMinutes), 0);
      at = at.plus(Duration.ofMinutes(offMinutes));
      past.hold(COMPRESSOR_ON, at, Duration.ofMinutes(onMinutes), 1);
      at = at.plus(Duration.ofMinutes(onMinutes));
    }
  }

  @Test
  void runsOfSixMinutesEveryTwentyAreShortCycling() {
    cycle(6, 14, 9);

    found(HOUR.multipliedBy(3), "short-cycling");
  }

  @Test
  void runsOfHalfAnHourAreNot() {
    cycle(30, 30, 24);

    found(DAY);
  }

  @Test
  void fiveShortRunsAreNotYetShortCycling() {
    cycle(6, 14, 5);

    found(DAY);
  }

  /** Ten hours at each of two outdoor temperatures, with the heater on in so many of them. */
  private void heater(double cold, double hoursAtCold, double mild, double hoursAtMild) {
    Duration ten = HOUR.multipliedBy(10);
    past.hold(OUTDOOR_TEMP, T, ten, cold).hold(OUTDOOR_TEMP, T.plus(ten), ten, mild);
    past.hold(PRIORITY, T, ten.multipliedBy(2), 30);
    heat(T, hoursAtCold);
    heat(T.plus(ten), hoursAtMild);
  }

  private void heat(Instant from, double hours) {
    Duration on = Duration.ofMinutes(Math.round(hours * 60));
    past.hold(ADD_HEAT_POWER, from, on, 3);
    past.hold(ADD_HEAT_POWER, from.plus(on), HOUR.multipliedBy(10).minus(on), 0);
  }

  @Test
  void heaterInMildHoursThatColdOnesDidWithoutIsAFinding() {
    heater(-10, 0, 4, 3);

    found(DAY, "additional-heat");
    assertThat(findings(DAY).getFirst().evidence())
        .filteredOn(evidence -> evidence.name().equals("additional heat in warmer hours"))
        .singleElement()
        .satisfies(evidence -> assertThat(evidence.value()).isCloseTo(9, within(1e-6)));
  }

  @Test
  void heaterInTheColdestHoursIsWhatItIsFor() {
    heater(-10, 3, 4, 0);

    found(DAY);
  }

  private void brine(double in, double out, Duration time) {
    past.hold(COMPRESSOR_ON, T, time, 1).hold(BRINE_IN, T, time, in).hold(BRINE_OUT, T, time, out);
  }

  @Test
  void brineBelowZeroInTheMeanForHalfADayIsTooCold() {
    brine(0.5, -2.5, HOUR.multipliedBy(14));

    found(DAY, "cold-brine");
  }

  @Test
  void brineAboveZeroInTheMeanIsNot() {
    brine(3, -1, HOUR.multipliedBy(14));

    found(DAY);
  }

  @Test
  void aFewMinutesOfColdBrineAreNothing() {
    brine(-4, -8, Duration.ofMinutes(20));

    found(DAY);
  }

  /** Twelve days, three hours of running in each, with these in the first and the last half. */
  private void days(Metric metric, double early, double late) {
    for (int day = 0; day < 12; day++) {
      Instant at = T.plus(DAY.multipliedBy(day));
      past.hold(metric, at, HOUR.multipliedBy(3), day < 6 ? early : late);
    }
  }

  private void running() {
    days(COMPRESSOR_ON, 1, 1);
  }

  @Test
  void aBrineDifferenceThatShrinksAtTheSameSpeedIsAFinding() {
    running();
    days(BRINE_IN, 5, 5);
    days(BRINE_OUT, 1, 3);
    days(COMPRESSOR_FREQUENCY, 50, 51);

    found(DAY.multipliedBy(12), "shrinking-brine-difference");
  }

  @Test
  void aBrineDifferenceThatShrinksBecauseTheCompressorSlowedIsNone() {
    running();
    days(BRINE_IN, 5, 5);
    days(BRINE_OUT, 1, 3);
    days(COMPRESSOR_FREQUENCY, 80, 40);

    found(DAY.multipliedBy(12));
  }

  @Test
  void aHeatingDifferenceThatShrinksIsAFinding() {
    running();
    days(SUPPLY_TEMP, 40, 40);
    days(RETURN_TEMP, 33, 37);

    found(DAY.multipliedBy(12), "shrinking-heating-difference");
  }

  @Test
  void aHeatingDifferenceThatGrowsIsNone() {
    running();
    days(SUPPLY_TEMP, 40, 40);
    days(RETURN_TEMP, 37, 33);

    found(DAY.multipliedBy(12));
  }

  @Test
  void neighboursThatMoveApartAreADriftingSensor() {
    running();
    days(SUPPLY_TEMP, 40, 40);
    days(CONDENSER_OUT, 40.3, 42.5);

    found(DAY.multipliedBy(12), "sensor-drift");
  }

  @Test
  void neighboursThatWereAlwaysApartDoNotDrift() {
    running();
    days(SUPPLY_TEMP, 40, 40);
    days(CONDENSER_OUT, 43, 43.4);

    found(DAY.multipliedBy(12));
  }

  @Test
  void ofAWeekNothingIsSaidAboutTrends() {
    running();
    days(SUPPLY_TEMP, 40, 40);
    days(CONDENSER_OUT, 40, 46);

    found(DAY.multipliedBy(7));
  }
}
