package io.pumphouse.agent.insight;

import static io.pumphouse.hal.reading.Metric.ADD_HEAT_POWER;
import static io.pumphouse.hal.reading.Metric.BRINE_OUT;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_POWER;
import static io.pumphouse.hal.reading.Metric.CONDENSER_OUT;
import static io.pumphouse.hal.reading.Metric.FLOW;
import static io.pumphouse.hal.reading.Metric.PRIORITY;
import static io.pumphouse.hal.reading.Metric.RETURN_TEMP;
import static io.pumphouse.hal.reading.Metric.TOTAL_ELECTRICITY;
import static io.pumphouse.hal.reading.Metric.TOTAL_HEAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pumphouse.agent.config.EnergyConfig;
import io.pumphouse.web.model.Border;
import io.pumphouse.web.model.Mode;
import io.pumphouse.web.model.Reckoned;
import io.pumphouse.web.model.Site;
import io.pumphouse.web.model.Span;
import io.pumphouse.web.model.Summary;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Figures whose arithmetic stands beside them. */
final class SummaryTest {
  private static final Instant T = Instant.parse("2026-02-03T10:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Offset<Double> CLOSE = within(1e-6);
  private static final Site SITE = new Site("Villa", ZoneId.of("Europe/Stockholm"));

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

  private static double copOf(Summary summary, Mode mode) {
    return known(Optional.ofNullable(summary.modes().get(mode)).orElseThrow().cop());
  }

  @Test
  void theCopIsTheSumOfHeatOverTheSumOfElectricityAndNeverAMeanOfRatios() {
    // Hour 1: 3 kW for 1 kW, COP 3. Hour 2: 1 kW for 0.2 kW, COP 5. Mean of ratios 4.
    // (3 + 1) kWh / (1 + 0.2) kWh = 3.3333. Both counters are read since an hour before.
    past.count(TOTAL_ELECTRICITY, T.minus(HOUR), HOUR, 100, 0);
    past.count(TOTAL_HEAT, T.minus(HOUR), HOUR, 400, 0);
    past.hold(TOTAL_ELECTRICITY, T, HOUR, 101).hold(TOTAL_ELECTRICITY, T.plus(HOUR), HOUR, 101.2);
    past.hold(TOTAL_HEAT, T, HOUR, 403).hold(TOTAL_HEAT, T.plus(HOUR), HOUR, 404);

    Summary summary = summary(HOUR.multipliedBy(2));

    assertThat(known(summary.electricity().kilowattHours())).isCloseTo(1.2, CLOSE);
    assertThat(known(summary.heat().kilowattHours())).isCloseTo(4, CLOSE);
    assertThat(known(summary.efficiency().cop())).isCloseTo(4 / 1.2, CLOSE);
    assertThat(summary.electricity().basis().border()).isEqualTo(Border.H4);
    assertThat(summary.electricity().basis().isEstimate()).isFalse();
    assertThat(summary.electricity().basis().quality()).isCloseTo(1, CLOSE);
    assertThat(summary.resolution()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void withoutAHeatMeterThereIsNoCopButAReason() {
    past.hold(COMPRESSOR_POWER, T, HOUR, 2);

    Summary summary = summary(HOUR);

    assertThat(known(summary.electricity().kilowattHours())).isCloseTo(2, CLOSE);
    assertThat(summary.heat().kilowattHours().reason()).contains("neither heat meter");
    assertThat(summary.efficiency().cop().reason()).contains("flow-factor");
    assertThat(summary.days().getFirst().cop().reason()).contains("flow-factor");
  }

  @Test
  void withoutAnyValueEverythingIsUnknownAndNothingIsZero() {
    Summary summary = summary(HOUR);

    assertThat(summary.electricity().kilowattHours().reason()).contains("no meter");
    assertThat(summary.electricity().basis().border()).isEqualTo(Border.NONE);
    assertThat(summary.compressor().hours().value()).isEmpty();
    assertThat(summary.starts().value()).isEmpty();
    assertThat(summary.cycles().count().value()).isEmpty();
    assertThat(summary.cost().value()).isEmpty();
    assertThat(summary.peakPower().value()).isEmpty();
  }

  @Test
  void heatIsFlowTimesWaterTimesDifferenceAcrossTheCondenser() {
    // 12 l/min = 0.2 l/s; 0.2 × 4.18 × (40 − 35) K = 4.18 kW; for 2 kW of electricity: 2.09.
    past.hold(COMPRESSOR_POWER, T, HOUR, 2).hold(FLOW, T, HOUR, 12);
    past.hold(CONDENSER_OUT, T, HOUR, 40).hold(RETURN_TEMP, T, HOUR, 35);

    Summary summary = summary(HOUR);

    assertThat(known(summary.heat().kilowattHours())).isCloseTo(4.18, CLOSE);
    assertThat(known(summary.efficiency().cop())).isCloseTo(2.09, CLOSE);
    assertThat(summary.heat().basis().source()).isEqualTo("flow");
  }

  @Test
  void theAdditionalHeaterStandsOnBothSides() {
    // As above, and 1 kW of heater in both: (4.18 + 1) / 3, where the 3 kW are the whole pump.
    past.hold(COMPRESSOR_POWER, T, HOUR, 3)
        .hold(FLOW, T, HOUR, 12)
        .hold(ADD_HEAT_POWER, T, HOUR, 1);
    past.hold(CONDENSER_OUT, T, HOUR, 40).hold(RETURN_TEMP, T, HOUR, 35);

    assertThat(known(summary(HOUR).efficiency().cop())).isCloseTo(5.18 / 3, CLOSE);
  }

  @Test
  void onlyTimesWhenBothAreKnownCountForTheCop() {
    // Electricity for 2 h at 2 kW; heat known in the first alone: 4.18 / 2, not 4.18 / 4.
    past.hold(COMPRESSOR_POWER, T, HOUR.multipliedBy(2), 2).hold(FLOW, T, HOUR, 12);
    past.hold(CONDENSER_OUT, T, HOUR, 40).hold(RETURN_TEMP, T, HOUR, 35);

    Summary summary = summary(HOUR.multipliedBy(2));

    assertThat(known(summary.electricity().kilowattHours())).isCloseTo(4, CLOSE);
    assertThat(known(summary.efficiency().cop())).isCloseTo(2.09, CLOSE);
    assertThat(summary.heat().basis().quality()).isCloseTo(0.5, CLOSE);
  }

  @Test
  void aShortGapIsFilledAndALongOneIsNot() {
    // 20 min at 3 kW, 10 min gap, 30 min at 1 kW: 1 + (2 kW × 1/6 h) + 0.5 = 1.8333 kWh.
    past.hold(COMPRESSOR_POWER, T, Duration.ofMinutes(20), 3);
    past.hold(COMPRESSOR_POWER, T.plus(Duration.ofMinutes(30)), Duration.ofMinutes(30), 1);
    // 2 h later again 1 h at 1 kW: the 2 h between are not known.
    past.hold(COMPRESSOR_POWER, T.plus(Duration.ofHours(3)), HOUR, 1);

    Summary summary = summary(HOUR.multipliedBy(4));

    assertThat(known(summary.electricity().kilowattHours())).isCloseTo(1.5 + 2.0 / 6 + 1, CLOSE);
    assertThat(summary.electricity().basis().quality()).isCloseTo(110 / 240.0, CLOSE);
    // (20 × 3000 + 10 × 2000 + 30 × 1000 + 60 × 1000) W·min / 120 min
    assertThat(known(summary.averagePower())).isCloseTo(170_000 / 120.0, CLOSE);
    assertThat(known(summary.peakPower())).isCloseTo(3_000, CLOSE);
  }

  @Test
  void aCounterBridgesAGap() {
    past.hold(TOTAL_ELECTRICITY, T.minus(HOUR), HOUR.multipliedBy(2), 100);
    past.hold(TOTAL_ELECTRICITY, T.plus(HOUR.multipliedBy(5)), HOUR, 107.5);

    Summary summary = summary(HOUR.multipliedBy(6));

    assertThat(known(summary.electricity().kilowattHours())).isCloseTo(7.5, CLOSE);
    assertThat(summary.electricity().basis().quality()).isCloseTo(2 / 6.0, CLOSE);
  }

  @Test
  void aCounterThatBeginsAnewGivesNoNegativeEnergy() {
    // 100 → 102 (2 kWh), another meter at 3, → 4.5 (1.5 kWh), a glitch to 0 and back to 4.5.
    past.hold(TOTAL_ELECTRICITY, T, HOUR, 100).hold(TOTAL_ELECTRICITY, T.plus(HOUR), HOUR, 102);
    past.hold(TOTAL_ELECTRICITY, T.plus(HOUR.multipliedBy(2)), HOUR, 3);
    past.hold(TOTAL_ELECTRICITY, T.plus(HOUR.multipliedBy(3)), HOUR, 4.5);
    past.hold(TOTAL_ELECTRICITY, T.plus(HOUR.multipliedBy(4)), Duration.ofMinutes(1), 0);
    past.hold(TOTAL_ELECTRICITY, T.plus(HOUR.multipliedBy(4)).plusSeconds(60), HOUR, 4.5);

    assertThat(known(summary(HOUR.multipliedBy(5)).electricity().kilowattHours()))
        .isCloseTo(3.5, CLOSE);
  }

  @Test
  void eachModeHasItsOwnCopWhileRunningAndStandbyIsApart() {
    // Heating: 1 h, 2 kW in, 4.18 × 2 kW out (24 l/min). Hot water: 1 h, 3 kW in, 4.18 kW out.
    // Then 2 h at 50 W, no flow: standby 0.1 kWh.
    Instant second = T.plus(HOUR);
    Instant third = T.plus(HOUR.multipliedBy(2));
    past.hold(PRIORITY, T, HOUR, 30).hold(PRIORITY, second, HOUR, 20);
    past.hold(PRIORITY, third, HOUR.multipliedBy(2), 10);
    past.hold(COMPRESSOR_POWER, T, HOUR, 2).hold(COMPRESSOR_POWER, second, HOUR, 3);
    past.hold(COMPRESSOR_POWER, third, HOUR.multipliedBy(2), 0.05);
    past.hold(FLOW, T, HOUR, 24).hold(FLOW, second, HOUR, 12);
    past.hold(FLOW, third, HOUR.multipliedBy(2), 0);
    past.hold(CONDENSER_OUT, T, HOUR.multipliedBy(4), 40);
    past.hold(RETURN_TEMP, T, HOUR.multipliedBy(4), 35);

    Summary summary = summary(HOUR.multipliedBy(4));

    assertThat(copOf(summary, Mode.HEATING)).isCloseTo(4.18, CLOSE);
    assertThat(copOf(summary, Mode.HOT_WATER)).isCloseTo(4.18 / 3, CLOSE);
    assertThat(summary.modes()).doesNotContainKey(Mode.IDLE);
    assertThat(known(summary.running().cop())).isCloseTo(12.54 / 5, CLOSE);
    assertThat(known(summary.efficiency().cop())).isCloseTo(12.54 / 5.1, CLOSE);
    assertThat(known(summary.standby())).isCloseTo(0.1, CLOSE);
  }

  @Test
  void heatTakenBackByDefrostingIsSubtractedAndShown() {
    // 1 h of +4.18 kW, then 15 min of −4.18 kW: 4.18 − 1.045 kWh; a quarter is taken back.
    Duration quarter = Duration.ofMinutes(15);
    past.hold(FLOW, T, HOUR.plus(quarter), 12).hold(RETURN_TEMP, T, HOUR.plus(quarter), 35);
    past.hold(CONDENSER_OUT, T, HOUR, 40).hold(CONDENSER_OUT, T.plus(HOUR), quarter, 30);

    Summary summary = summary(HOUR.plus(quarter));

    assertThat(known(summary.heat().kilowattHours())).isCloseTo(3.135, CLOSE);
    assertThat(known(summary.defrost())).isCloseTo(1.045, CLOSE);
    assertThat(known(summary.defrostShare())).isCloseTo(0.25, CLOSE);
  }

  @Test
  void theCarnotShareIsIdealOverRealElectricity() {
    // (40 + 2 + 273) / (40 + 2 − (3 − 3)) = 315 / 42 = 7.5; COP 2.09 / 7.5 = 0.27867.
    past.hold(COMPRESSOR_POWER, T, HOUR, 2).hold(FLOW, T, HOUR, 12).hold(BRINE_OUT, T, HOUR, 3);
    past.hold(CONDENSER_OUT, T, HOUR, 40).hold(RETURN_TEMP, T, HOUR, 35);

    assertThat(known(summary(HOUR).efficiency().carnotShare())).isCloseTo(2.09 / 7.5, CLOSE);
  }
}
